package org.lintas.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Distinguishes languages in Latin script: a linear softmax model over hashed n-grams of characters and whole words, and a gate: a
 * text too few of whose words are among the common words of the winning language is in a language unknown to the model.
 */
public final class LatinModel {

    private static final String RESOURCE = "latin.model.gz";

    /** Pseudo-count: the confidence in a guess is lowered as if so many words had contradicted it, which matters for few words. */
    private static final double DOUBT = 0.15;

    /** Below this probability of the gate a text is in another language. */
    private static final double MIN_KNOWN = 0.5;

    private final Calibration calibration;
    private final List<Column> columns;

    /** Weights of all languages, those of one feature side by side. */
    private final byte[] weights;

    private final Map<String, Word> words = new HashMap<>();

    /**
     * Parameters that turn sums into probabilities.
     *
     * @param sharpness factor of the scores
     * @param slope steepness of the gate
     * @param midpoint where the gate is one half, in shares of letters in known words relative to the share usual in the language
     */
    public record Calibration(double sharpness, double slope, double midpoint) {

        /** More words than this do not make the gate more certain: words of one text depend on each other. */
        private static final int MAX_WORDS = 60;

        /** Probability that a text is in the language at all. */
        public double known(double share, int words) {
            double logit = slope * Math.sqrt(Math.min(words, MAX_WORDS)) * (share - midpoint);
            return 1 / (1 + Math.exp(-logit));
        }
    }

    /**
     * A language of the model.
     *
     * @param code BCP 47 code
     * @param scale what its weights are multiplied by
     * @param usualShare share of letters that are in common words, in an unseen text of the language
     * @param common its common words
     */
    public record Column(String code, float scale, double usualShare, Set<String> common) {}

    /** A common word of any language, with its features added up beforehand. */
    private final class Word {
        private final int[] sums = new int[columns.size()];
        private final int features;

        /** Columns of the languages in which it is a common word. */
        private int[] languages = {};

        Word(String text) {
            int[] buckets = LatinWords.features(text);
            addTo(sums, buckets);
            features = buckets.length;
        }
    }

    /** Sums over the words of one text. */
    public final class Evidence {
        private final int[] sums = new int[columns.size()];
        private final int[] known = new int[columns.size()];
        private int features;
        private int count;
        private int letters;

        private void add(String text) {
            Word word = words.get(text);
            if (word == null) {
                int[] buckets = LatinWords.features(text);
                addTo(sums, buckets);
                features += buckets.length;
            } else {
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += word.sums[c];
                }
                for (int c : word.languages) {
                    known[c] += text.length();
                }
                features += word.features;
            }
            count++;
            letters += text.length();
        }

        /** Words read. */
        public int count() {
            return count;
        }

        /** The scores by language, in the order of the columns, before they are sharpened. */
        public double[] scores() {
            var scores = new double[sums.length];
            for (int c = 0; c < scores.length; c++) {
                // Divided by the root: longer texts give more certainty, but not in proportion, since their words
                // depend on each other.
                scores[c] = columns.get(c).scale * sums[c] / Math.sqrt(features);
            }
            return scores;
        }

        /**
         * Share of letters in common words of a language, relative to its usual share. Letters, since short words are alike in
         * many languages by chance.
         */
        public double knownShare(int column) {
            return known[column] / (letters * columns.get(column).usualShare);
        }
    }

    public LatinModel(Calibration calibration, List<Column> columns, byte[] weights) {
        this.calibration = calibration;
        this.columns = List.copyOf(columns);
        this.weights = weights;
        for (int c = 0; c < columns.size(); c++) {
            for (String text : columns.get(c).common) {
                Word word = words.computeIfAbsent(text, Word::new);
                word.languages = Arrays.copyOf(word.languages, word.languages.length + 1);
                word.languages[word.languages.length - 1] = c;
            }
        }
    }

    private void addTo(int[] sums, int[] buckets) {
        for (int bucket : buckets) {
            int at = bucket * sums.length;
            for (int c = 0; c < sums.length; c++) {
                sums[c] += weights[at + c];
            }
        }
    }

    public List<Column> columns() {
        return columns;
    }

    public Evidence evidence(String text) {
        var evidence = new Evidence();
        LatinWords.forEach(text, evidence::add);
        return evidence;
    }

    public Evidence evidence(List<String> text) {
        var evidence = new Evidence();
        text.forEach(evidence::add);
        return evidence;
    }

    /** The language of a text, with the probability that it is right. */
    LanguageGuess guess(String text) {
        return guess(evidence(text));
    }

    LanguageGuess guess(Evidence evidence) {
        if (evidence.count == 0) {
            return new LanguageGuess(LanguageGuess.UNKNOWN, 0);
        }
        double[] probabilities = softmax(evidence.scores(), calibration.sharpness);
        int best = best(probabilities);
        double known = calibration.known(evidence.knownShare(best), evidence.count);
        double trust = evidence.count / (evidence.count + DOUBT);
        return known < MIN_KNOWN
                ? new LanguageGuess(LanguageGuess.OTHER, trust * (1 - known))
                : new LanguageGuess(columns.get(best).code, trust * probabilities[best] * known);
    }

    public static int best(double[] values) {
        int best = 0;
        for (int c = 1; c < values.length; c++) {
            best = values[c] > values[best] ? c : best;
        }
        return best;
    }

    public static double[] softmax(double[] scores, double sharpness) {
        double max = Arrays.stream(scores).max().orElseThrow();
        // StrictMath: the same model on every machine that trains it.
        double[] result = Arrays.stream(scores)
                .map(score -> StrictMath.exp(sharpness * (score - max)))
                .toArray();
        double sum = Arrays.stream(result).sum();
        for (int c = 0; c < result.length; c++) {
            result[c] /= sum;
        }
        return result;
    }

    /** The model that is shipped, read once for all threads. */
    private static final class Shipped {
        private static final LatinModel MODEL = readShipped();
    }

    /** The model that is shipped. */
    static LatinModel load() {
        return Shipped.MODEL;
    }

    private static LatinModel readShipped() {
        try (InputStream in = LatinModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LatinModel read(InputStream stream) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(stream, 1 << 16))) {
            var calibration = new Calibration(in.readDouble(), in.readDouble(), in.readDouble());
            int size = in.readInt();
            var columns = new ArrayList<Column>();
            for (int c = 0; c < size; c++) {
                String code = in.readUTF();
                float scale = in.readFloat();
                double usualShare = in.readDouble();
                String common = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                columns.add(new Column(code, scale, usualShare, Set.of(common.split(" "))));
            }
            return new LatinModel(calibration, columns, in.readNBytes(LatinWords.BUCKETS * size));
        }
    }

    public void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeDouble(calibration.sharpness);
            out.writeDouble(calibration.slope);
            out.writeDouble(calibration.midpoint);
            out.writeInt(columns.size());
            for (Column column : columns) {
                out.writeUTF(column.code);
                out.writeFloat(column.scale);
                out.writeDouble(column.usualShare);
                byte[] common = String.join(" ", new TreeSet<>(column.common)).getBytes(StandardCharsets.UTF_8);
                out.writeInt(common.length);
                out.write(common);
            }
            out.write(weights);
        }
    }
}
