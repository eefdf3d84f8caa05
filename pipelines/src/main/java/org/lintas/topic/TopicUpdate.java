package org.lintas.topic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lintas.text.Language;
import org.lintas.text.Sha256;
import org.lintas.topic.TopicModel.LogOdds;

/**
 * What decisions of readers add to the models that grade topics: weights of a topic for its features, {@link UpdateVector}, used in the languages in
 * which readers decided on it. All other grades stay exactly as they are.
 *
 * @param base what it was trained with: {@link TopicClassifier#base}
 * @param taxonomy version of the taxonomy that it was trained with
 * @param topics weights by code of the topic
 * @param articles beginnings of the ids of the articles whose labels it was trained with, in order
 */
// Arrays of numbers that nobody compares or changes.
@SuppressWarnings("ArrayRecordComponent")
public record TopicUpdate(String base, String taxonomy, SortedMap<String, OfTopic> topics, long[] articles) {

    private static final byte[] MAGIC = "Lintas topic model, update 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST_BYTES = 32;
    private static final int MAX_TOPICS = 1_000;
    private static final int HEXADECIMAL = 16;
    private static final TopicUpdate NONE = new TopicUpdate("", "", new TreeMap<>(), new long[0]);

    /** Log odds beyond this are no surer: no weight needs to be greater. */
    private static final float GREATEST = 1_000;

    /**
     * Weights of a topic.
     *
     * @param languages where they are used
     * @param scale of the weights
     * @param weights by slot and class, in units of the scale
     */
    public record OfTopic(SortedSet<Language> languages, float scale, short[] weights) {

        /** Weights, to the precision of a file. */
        public static OfTopic of(Set<Language> languages, double[] weights) {
            double greatest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
            float scale = (float) Math.max(greatest / Short.MAX_VALUE, Float.MIN_NORMAL);
            var rounded = new short[weights.length];
            for (int i = 0; i < weights.length; i++) {
                rounded[i] =
                        (short) Math.max(-Short.MAX_VALUE, Math.min(Short.MAX_VALUE, Math.rint(weights[i] / scale)));
            }
            return new OfTopic(new TreeSet<>(languages), scale, rounded);
        }

        /** The weights by slot and class. */
        public double[] unpacked() {
            var unpacked = new double[weights.length];
            for (int i = 0; i < weights.length; i++) {
                unpacked[i] = weights[i] * (double) scale;
            }
            return unpacked;
        }
    }

    /** Nothing: grades are those of the models. */
    public static TopicUpdate none() {
        return NONE;
    }

    /** Whether labels of an article were part of the training. */
    public boolean knows(String articleId) {
        return Arrays.binarySearch(articles, beginning(articleId)) >= 0;
    }

    /** The beginning of the id of an article, as {@link #articles} holds it. */
    public static long beginning(String articleId) {
        return Long.parseUnsignedLong(articleId.substring(0, HEXADECIMAL), HEXADECIMAL);
    }

    /** Reads a file. */
    static TopicUpdate read(byte[] file) {
        int end = file.length - DIGEST_BYTES;
        if (end < MAGIC.length || Arrays.mismatch(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length) >= 0) {
            throw new IllegalArgumentException(
                    "is no model of this version of lintas train; give a file that it wrote");
        }
        byte[] content = Arrays.copyOf(file, end);
        if (Arrays.mismatch(Sha256.digest().digest(content), 0, DIGEST_BYTES, file, end, file.length) >= 0) {
            throw new IllegalArgumentException("is damaged: its check sum is another one; copy or train it again");
        }
        var in = new DataInputStream(new ByteArrayInputStream(content, MAGIC.length, end - MAGIC.length));
        try {
            TopicUpdate update = readContent(in);
            if (in.read() >= 0) {
                throw new IllegalArgumentException("holds more than a model; train it again");
            }
            return update;
        } catch (EOFException e) {
            throw new IllegalArgumentException("holds less than a model; train it again", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("is no model (" + e.getMessage() + "); train it again", e);
        }
    }

    private static TopicUpdate readContent(DataInputStream in) throws IOException {
        String base = in.readUTF();
        String taxonomy = in.readUTF();
        var articles = new long[number(in, in.available() / Long.BYTES, "articles")];
        for (int i = 0; i < articles.length; i++) {
            articles[i] = in.readLong();
            check(i == 0 || articles[i - 1] < articles[i], "articles in disorder");
        }
        SortedMap<String, OfTopic> topics = new TreeMap<>();
        for (int left = number(in, MAX_TOPICS, "topics"); left > 0; left--) {
            String topic = in.readUTF();
            check(topic.matches("[a-z0-9_]{1,100}"), "a topic without a code");
            SortedSet<Language> languages = new TreeSet<>();
            for (int more = number(in, Language.values().length, "languages"); more > 0; more--) {
                languages.add(Language.of(in.readUTF()).orElseThrow(() -> new IOException("an unknown language")));
            }
            float scale = in.readFloat();
            check(scale > 0 && scale * Short.MAX_VALUE <= GREATEST, "weights of no size");
            check(in.readInt() == UpdateVector.SLOTS, "other features");
            var weights = new short[UpdateVector.SLOTS * TopicModel.CLASSES];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = in.readShort();
            }
            check(topics.put(topic, new OfTopic(languages, scale, weights)) == null, "a topic twice");
        }
        return new TopicUpdate(base, taxonomy, topics, articles);
    }

    private static int number(DataInputStream in, int most, String of) throws IOException {
        int number = in.readInt();
        check(number >= 0 && number <= most, number + " " + of);
        return number;
    }

    private static void check(boolean isRight, String otherwise) throws IOException {
        if (!isRight) {
            throw new IOException(otherwise);
        }
    }

    /** The content of a file; the same update gives the same bytes. */
    public byte[] file() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeUTF(base);
            out.writeUTF(taxonomy);
            out.writeInt(articles.length);
            for (long article : articles) {
                out.writeLong(article);
            }
            out.writeInt(topics.size());
            for (Map.Entry<String, OfTopic> topic : topics.entrySet()) {
                OfTopic of = topic.getValue();
                out.writeUTF(topic.getKey());
                out.writeInt(of.languages.size());
                for (Language language : of.languages) {
                    out.writeUTF(language.code());
                }
                out.writeFloat(of.scale);
                out.writeInt(of.weights.length / TopicModel.CLASSES);
                for (short weight : of.weights) {
                    out.writeShort(weight);
                }
            }
            out.write(Sha256.digest().digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The weights of all topics, ready for use. */
    Weights weights() {
        Map<String, double[]> unpacked = new TreeMap<>();
        topics.forEach((topic, of) -> unpacked.put(topic, of.unpacked()));
        return new Weights(this, unpacked);
    }

    /** What grades topics. */
    record Weights(TopicUpdate update, Map<String, double[]> byTopic) {

        /** The log odds of a topic by those of the model. */
        LogOdds over(LogOdds model, String topic, Language language, FeatureVector features) {
            double[] weights = byTopic.get(topic);
            if (weights == null || !update.topics.get(topic).languages.contains(language)) {
                return model;
            }
            return model.plus(UpdateVector.of(features, language).times(weights));
        }
    }
}
