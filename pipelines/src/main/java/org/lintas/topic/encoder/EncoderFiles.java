package org.lintas.topic.encoder;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.lintas.storage.SmallFiles;
import org.lintas.storage.StoredFile;
import org.lintas.storage.TemporaryFiles;
import org.lintas.text.Sha256;

/**
 * Where the files of a sentence encoder lie: the graph (ONNX), beside it {@code tokenizer.json} and, if it is not multilingual-e5-small, the
 * {@code passage.model} and {@code topic.model.gz} that were trained with it.
 *
 * @param graph path or URI of the graph, which every worker can read; empty if there is no encoder
 * @param digest SHA-256 of the graph, hexadecimal; empty if there is none
 */
public record EncoderFiles(String graph, String digest) implements Serializable {

    private static final String TOKENIZER = "tokenizer.json";

    /** What the vectors say about topics, and the grades by that: trained together. */
    private static final List<String> MODELS = List.of("passage.model", "topic.model.gz");

    /** No encoder: the token vectors are used. */
    public static EncoderFiles none() {
        return new EncoderFiles("", "");
    }

    /**
     * The files of an encoder.
     *
     * @param graph path or URI of the graph
     * @throws IOException if the graph cannot be read
     */
    public static EncoderFiles of(String graph) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (var in = new DigestInputStream(StoredFile.of(graph).openAt(0), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return new EncoderFiles(graph, Sha256.hexOf(digest.digest()));
    }

    /** Whether there is an encoder. */
    public boolean isGiven() {
        return !graph.isEmpty();
    }

    /** Jars beside that of this process that workers need: none, or that of ONNX Runtime. */
    public List<String> libraries() {
        CodeSource source =
                isGiven() ? OrtEnvironment.class.getProtectionDomain().getCodeSource() : null;
        return source == null
                ? List.of()
                : List.of(Path.of(URI.create(source.getLocation().toString())).toString());
    }

    /** The tokenizer. */
    UnigramTokenizer tokenizer() throws IOException {
        if (SmallFiles.list(beside(TOKENIZER)).isEmpty()) {
            throw new IOException(TOKENIZER + " is missing beside it: put the one there that the encoder came with");
        }
        try (InputStream in = StoredFile.of(beside(TOKENIZER)).openAt(0)) {
            return UnigramTokenizer.read(in);
        }
    }

    /**
     * Opens a model that was trained with the encoder.
     *
     * @param name {@code passage.model} or {@code topic.model.gz}
     * @throws IOException if one of the two lies beside the graph and the other does not
     */
    public InputStream model(String name) throws IOException {
        int beside = 0;
        for (String model : MODELS) {
            beside += SmallFiles.list(beside(model)).isEmpty() ? 0 : 1;
        }
        if (beside > 0 && beside < MODELS.size()) {
            throw new IOException("of " + String.join(" and ", MODELS) + " only one lies beside it: put both there");
        }
        return beside == 0
                ? EncoderFiles.class.getResourceAsStream(name)
                : StoredFile.of(beside(name)).openAt(0);
    }

    /** A copy of the graph on the local disk, to be removed; empty if it lies there. */
    Optional<Path> copy() throws IOException {
        if (!graph.contains("://")) {
            return Optional.empty();
        }
        Path copy = Files.createTempFile(TemporaryFiles.folder(), "lintas-encoder", ".onnx");
        try (InputStream in = StoredFile.of(graph).openAt(0)) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(copy);
    }

    private String beside(String name) {
        return graph.substring(0, graph.lastIndexOf('/') + 1) + name;
    }
}
