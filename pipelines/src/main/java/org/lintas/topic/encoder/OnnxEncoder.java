package org.lintas.topic.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lintas.topic.passage.PassageEncoder;

/**
 * A sentence encoder run by ONNX Runtime. Its graph has inputs of int64 [texts, tokens]: token numbers, and, if their names contain {@code
 * mask} or {@code type}, which tokens are text (all) and their segment (0). Its first output is [texts, size], or [texts, tokens, size], of
 * which the mean is taken. All threads of a process share one session; a passage is encoded by itself on one thread, so that its vector does
 * not depend on others.
 */
public final class OnnxEncoder implements PassageEncoder, AutoCloseable {

    /** What models of the family E5 expect before a text that is not a question (Wang et al. 2024, arXiv:2402.05672). */
    private static final String PREFIX = "passage: ";

    private static final int MOST_TOKENS = 128;

    private static final String ANY_TEXT = "a";

    private static final Map<EncoderFiles, Loaded> LOADED = new HashMap<>();

    /** What threads share, and how many of them use it. */
    private static final class Loaded {
        private final UnigramTokenizer tokenizer;
        private final OrtSession session;
        private int users;

        Loaded(UnigramTokenizer tokenizer, OrtSession session) {
            this.tokenizer = tokenizer;
            this.session = session;
        }
    }

    private final EncoderFiles files;
    private final Loaded loaded;
    private final int dimensions;

    private OnnxEncoder(EncoderFiles files, Loaded loaded) {
        this.files = files;
        this.loaded = loaded;
        this.dimensions = vector(ANY_TEXT).length;
    }

    /**
     * Opens an encoder. Must be closed.
     *
     * @throws IOException if one of the files cannot be read, or is not what it should be
     */
    public static OnnxEncoder open(EncoderFiles files) throws IOException {
        synchronized (LOADED) {
            Loaded loaded = LOADED.get(files);
            if (loaded == null) {
                loaded = new Loaded(files.tokenizer(), session(files));
                LOADED.put(files, loaded);
            }
            loaded.users++;
            return new OnnxEncoder(files, loaded);
        }
    }

    private static OrtSession session(EncoderFiles files) throws IOException {
        Optional<Path> copy = files.copy();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            String path = copy.map(Path::toString).orElse(files.graph());
            return OrtEnvironment.getEnvironment().createSession(path, options);
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot read it: " + e.getMessage(), e);
        } finally {
            if (copy.isPresent()) {
                Files.deleteIfExists(copy.get());
            }
        }
    }

    /** Its files. */
    public EncoderFiles files() {
        return files;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] encode(String passage) {
        return passage.isBlank() ? new float[dimensions] : vector(passage);
    }

    private float[] vector(String passage) {
        long[][] tokens = {loaded.tokenizer.tokens(PREFIX + passage, MOST_TOKENS)};
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            for (String name : loaded.session.getInputNames()) {
                inputs.put(name, OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), input(name, tokens)));
            }
            try (OrtSession.Result result = loaded.session.run(inputs)) {
                return pooled(result.get(0).getValue());
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder fails on a passage", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static long[][] input(String name, long[][] tokens) {
        if (!name.contains("mask") && !name.contains("type")) {
            return tokens;
        }
        var same = new long[1][tokens[0].length];
        Arrays.fill(same[0], name.contains("mask") ? 1 : 0);
        return same;
    }

    private static float[] pooled(Object output) {
        if (output instanceof float[][] texts) {
            return texts[0];
        }
        if (output instanceof float[][][] texts) {
            return mean(texts[0]);
        }
        throw new IllegalStateException(
                "the first output of the encoder is not [texts, size] or [texts, tokens, size]" + " of 32 bit numbers");
    }

    /** The mean of the vectors of tokens, of length 1. */
    private static float[] mean(float[][] tokens) {
        var mean = new float[tokens[0].length];
        for (float[] token : tokens) {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += token[d];
            }
        }
        double square = 0;
        for (float value : mean) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int d = 0; d < mean.length && length > 0; d++) {
            mean[d] /= length;
        }
        return mean;
    }

    /** Frees the session when no one else uses it. */
    @Override
    public void close() {
        synchronized (LOADED) {
            loaded.users--;
            if (loaded.users == 0) {
                LOADED.remove(files);
                try {
                    loaded.session.close();
                } catch (OrtException e) {
                    throw new IllegalStateException("the encoder cannot be closed", e);
                }
            }
        }
    }
}
