package org.lintas.topic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lintas.text.Sha256;

/**
 * A model that a user trained, to be laid over the one that is shipped: {@link TopicUpdate}. Holds the content of its file, compressed, since workers
 * cannot read the user's files.
 */
public final class OwnModel implements Serializable {

    /** Most bytes of a file: some two hundred topics. */
    public static final int MAX_BYTES = 16 << 20;

    private static final long serialVersionUID = 1;
    private static final int DIGITS_OF_VERSION = 12;

    private static final TopicUpdate.Weights NONE = TopicUpdate.none().weights();

    /** The weights that were unpacked last, for all threads, and the digest of their file: a process works on one corpus. */
    private static TopicUpdate.Weights last = NONE;

    private static String lastDigest = "";

    private final byte[] packed;
    private final String digest;

    private OwnModel(byte[] packed, String digest) {
        this.packed = packed;
        this.digest = digest;
    }

    /** No model of the user: grades are those of the shipped one. */
    public static OwnModel none() {
        return new OwnModel(new byte[0], "");
    }

    /**
     * The model of a file.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static OwnModel of(byte[] file) {
        if (file.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    String.format("has more than %,d bytes; give a file that lintas train wrote", MAX_BYTES));
        }
        TopicUpdate.read(file);
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OwnModel(bytes.toByteArray(), Sha256.hex(file));
    }

    public boolean isEmpty() {
        return packed.length == 0;
    }

    /** SHA-256 of the file, hexadecimal; empty if there is none. */
    public String digest() {
        return digest;
    }

    /** Version of the grades with this model: that of the shipped one, and the beginning of {@link #digest} after a plus sign. */
    public String version() {
        return TopicClassifier.VERSION + (isEmpty() ? "" : "+" + digest.substring(0, DIGITS_OF_VERSION));
    }

    /** What it adds to the shipped model. */
    public TopicUpdate update() {
        return weights().update();
    }

    TopicUpdate.Weights weights() {
        if (isEmpty()) {
            return NONE;
        }
        synchronized (OwnModel.class) {
            if (!lastDigest.equals(digest)) {
                last = TopicUpdate.read(unpacked()).weights();
                lastDigest = digest;
            }
            return last;
        }
    }

    private byte[] unpacked() {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
