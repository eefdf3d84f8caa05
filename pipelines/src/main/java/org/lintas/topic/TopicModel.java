package org.lintas.topic;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.lintas.text.Sha256;

/**
 * Estimates how likely an article is about a topic or mentions it: multinomial logistic regression over {@link TopicFeatures}, against
 * the class of topics that are absent. Weights of hashed features take a byte each.
 */
public final class TopicModel {

    private static final String RESOURCE = "topic.model.gz";

    /** Classes other than absence: mention and main. */
    public static final int CLASSES = 2;

    /**
     * How likely an article mentions a topic or is about it.
     *
     * @param mention probability that it is only mentioned
     * @param main probability that the article is about it
     */
    public record Likelihood(double mention, double main) {
        public double any() {
            return mention + main;
        }
    }

    /** Log odds of a mention and of main, each against absence. */
    public record LogOdds(double mention, double main) {
        public Likelihood likelihood() {
            return softmax(mention, main);
        }

        public LogOdds plus(LogOdds other) {
            return new LogOdds(mention + other.mention, main + other.main);
        }
    }

    /**
     * Least probabilities of a label.
     *
     * @param main least probability of {@code main} for a topic with a term in the article
     * @param mainWithoutTerm the same for a topic without one; it is never only mentioned
     * @param any least probability of either grade
     */
    public record Thresholds(double main, double mainWithoutTerm, double any) {

        /** Whether a topic is given as main. */
        public boolean isMain(Likelihood likelihood, boolean hasTerm) {
            return likelihood.main >= (hasTerm ? main : mainWithoutTerm);
        }

        /** Whether a topic is given, as main or mention. */
        public boolean isGiven(Likelihood likelihood, boolean hasTerm) {
            return isMain(likelihood, hasTerm) || (hasTerm && likelihood.any() >= any);
        }
    }

    private final float[] plain;
    private final byte[] hashed;
    private final float scale;
    private final Thresholds thresholds;

    private TopicModel(float[] plain, byte[] hashed, float scale, Thresholds thresholds) {
        this.plain = plain;
        this.hashed = hashed;
        this.scale = scale;
        this.thresholds = thresholds;
    }

    /** A model of weights by feature and class. */
    public static TopicModel of(float[] weights, Thresholds thresholds) {
        var plain = new float[TopicFeatures.PLAIN * CLASSES];
        System.arraycopy(weights, 0, plain, 0, plain.length);
        float greatest = 0;
        for (int i = plain.length; i < weights.length; i++) {
            greatest = Math.max(greatest, Math.abs(weights[i]));
        }
        float scale = Math.max(greatest, Float.MIN_NORMAL) / Byte.MAX_VALUE;
        var hashed = new byte[weights.length - plain.length];
        for (int i = 0; i < hashed.length; i++) {
            hashed[i] = (byte) Math.round(weights[plain.length + i] / scale);
        }
        return new TopicModel(plain, hashed, scale, thresholds);
    }

    /** The model that is shipped, read once for all threads. */
    private static final class Shipped {
        private static final TopicModel MODEL = readShipped();
    }

    /** The model that is shipped. */
    static TopicModel load() {
        return Shipped.MODEL;
    }

    private static TopicModel readShipped() {
        try (InputStream in = TopicModel.class.getResourceAsStream(RESOURCE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    public static TopicModel read(InputStream compressed) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(compressed)));
        var thresholds = new Thresholds(in.readDouble(), in.readDouble(), in.readDouble());
        Map<String, float[]> named = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            String name = in.readUTF();
            named.put(name, new float[] {in.readFloat(), in.readFloat()});
        }
        var plain = new float[TopicFeatures.PLAIN * CLASSES];
        for (int i = 0; i < TopicFeatures.PLAIN; i++) {
            float[] weights = named.remove(TopicFeatures.name(i));
            if (weights == null) {
                throw otherFeatures("lacks", TopicFeatures.name(i));
            }
            System.arraycopy(weights, 0, plain, i * CLASSES, CLASSES);
        }
        if (!named.isEmpty()) {
            throw otherFeatures("has", named.keySet().iterator().next());
        }
        int hashedSize = in.readInt();
        if (plain.length + hashedSize != TopicFeatures.SIZE * CLASSES) {
            throw new IOException("the model has " + hashedSize
                    + " hashed weights, unlike the code: train it again with TrainTopicModel");
        }
        float scale = in.readFloat();
        return new TopicModel(plain, in.readNBytes(hashedSize), scale, thresholds);
    }

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream out) throws IOException {
        var compressed = new GZIPOutputStream(out);
        writeContent(compressed);
        compressed.finish();
    }

    /** SHA-256 of all weights and thresholds, hexadecimal. */
    String digest() {
        MessageDigest digest = Sha256.digest();
        try (var out = new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            writeContent(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hexOf(digest.digest());
    }

    private void writeContent(OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        data.writeDouble(thresholds.main());
        data.writeDouble(thresholds.mainWithoutTerm());
        data.writeDouble(thresholds.any());
        data.writeInt(TopicFeatures.PLAIN);
        for (int i = 0; i < TopicFeatures.PLAIN; i++) {
            data.writeUTF(TopicFeatures.name(i));
            for (int c = 0; c < CLASSES; c++) {
                data.writeFloat(plain[i * CLASSES + c]);
            }
        }
        data.writeInt(hashed.length);
        data.writeFloat(scale);
        data.write(hashed);
        data.flush();
    }

    private static IOException otherFeatures(String has, String feature) {
        return new IOException("the model " + has + " the feature '" + feature
                + "', unlike the code: train it again with TrainTopicModel");
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** Sums of the weights of the features of all topics, see {@link #shared}. */
    record Shared(int mention, int main) {}

    public Likelihood likelihood(FeatureVector features) {
        return logOdds(features, shared(features)).likelihood();
    }

    /** What the features of all topics add, which is the same for every topic of an article. */
    Shared shared(FeatureVector features) {
        int mention = 0;
        int main = 0;
        for (int i = 0; i < features.sharedSize(); i++) {
            int at = features.shared(i) * CLASSES - plain.length;
            mention += hashed[at];
            main += hashed[at + 1];
        }
        return new Shared(mention, main);
    }

    LogOdds logOdds(FeatureVector features, Shared shared) {
        double mention = 0;
        double main = 0;
        for (int i = 0; i < features.withoutGrams(); i++) {
            int at = features.index(i) * CLASSES;
            float value = features.value(i);
            if (at < plain.length) {
                mention += plain[at] * value;
                main += plain[at + 1] * value;
            } else {
                mention += hashed[at - plain.length] * scale * value;
                main += hashed[at - plain.length + 1] * scale * value;
            }
        }
        int mentionGrams = shared.mention;
        int mainGrams = shared.main;
        for (int i = features.withoutGrams(); i < features.size(); i++) {
            int at = features.index(i) * CLASSES - plain.length;
            mentionGrams += hashed[at];
            mainGrams += hashed[at + 1];
        }
        double unit = features.gramValue() * scale;
        return new LogOdds(mention + mentionGrams * unit, main + mainGrams * unit);
    }

    /** Probabilities of the classes by their log odds against absence. */
    public static Likelihood softmax(double mention, double main) {
        double greatest = Math.max(0, Math.max(mention, main));
        double absent = StrictMath.exp(-greatest);
        double mentioned = StrictMath.exp(mention - greatest);
        double about = StrictMath.exp(main - greatest);
        double sum = absent + mentioned + about;
        return new Likelihood(mentioned / sum, about / sum);
    }
}
