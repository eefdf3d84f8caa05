package org.lintas.topic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lintas.text.Sha256;

/**
 * Topics and terms that a user brings: files in the format of the built-in ones, laid over these by {@link Taxonomy#of}. Holds the texts of the
 * files, compressed, since workers cannot read the user's folder.
 */
public final class OwnTaxonomy implements Serializable {

    /** Most files. */
    public static final int MAX_FILES = 100;

    /** Most bytes of a file. */
    public static final int MAX_FILE_BYTES = 1 << 20;

    /** Most bytes of all files. */
    public static final int MAX_BYTES = 16 << 20;

    /** Most terms in all files: about twice as many as are built in. Every task holds them in memory. */
    static final int MAX_TERMS = 100_000;

    private static final long serialVersionUID = 1;
    private static final int DIGITS_OF_VERSION = 12;

    /** Compressed text of each file. */
    private final TreeMap<String, byte[]> files;

    private final String digest;

    private OwnTaxonomy(SortedMap<String, String> texts) {
        this.files = new TreeMap<>();
        var all = new StringBuilder();
        texts.forEach((name, text) -> {
            files.put(name, compressed(text));
            all.append(name).append('\n').append(text).append('\0');
        });
        this.digest = texts.isEmpty() ? "" : Sha256.hex(all.toString());
    }

    /** No files: the built-in taxonomy is used. */
    public static OwnTaxonomy none() {
        return new OwnTaxonomy(new TreeMap<>());
    }

    /**
     * A taxonomy of some files.
     *
     * @param files texts by name, {@code TOPIC.yaml}
     * @throws IllegalArgumentException if one is wrong: see {@link #problems}
     */
    public static OwnTaxonomy of(SortedMap<String, String> files) {
        List<TaxonomyProblem> problems = problems(files);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).toString());
        }
        return new OwnTaxonomy(files);
    }

    /**
     * What is wrong with files, by file and line; empty if they can be used.
     *
     * @param files texts by name, {@code TOPIC.yaml}
     */
    public static List<TaxonomyProblem> problems(SortedMap<String, String> files) {
        var problems = new ArrayList<TaxonomyProblem>();
        int terms = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            TopicFile topic = TopicFile.read(file.getKey(), file.getValue());
            if (topic.problems().isEmpty()) {
                topic.checkBeside(Taxonomy.builtIn());
            }
            problems.addAll(topic.problems());
            terms += topic.terms().size();
        }
        if (files.size() > MAX_FILES || terms > MAX_TERMS) {
            problems.add(new TaxonomyProblem(
                    "",
                    0,
                    String.format(
                            Locale.ROOT,
                            "%,d files with %,d terms; give at most %,d files and %,d terms",
                            files.size(),
                            terms,
                            MAX_FILES,
                            MAX_TERMS)));
        }
        return problems;
    }

    /** Whether there are no files. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** SHA-256 of names and texts of the files, hexadecimal; empty if there are none. */
    public String digest() {
        return digest;
    }

    /** Version of the taxonomy with these files: that of the built-in one, and the beginning of {@link #digest} after a plus sign. */
    public String version() {
        return Taxonomy.VERSION + (isEmpty() ? "" : "+" + digest.substring(0, DIGITS_OF_VERSION));
    }

    /** What the files say, in the order of their names. */
    List<TopicFile> read() {
        var topics = new ArrayList<TopicFile>();
        files.forEach((name, text) -> topics.add(TopicFile.read(name, text(text))));
        return topics;
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] compressed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
