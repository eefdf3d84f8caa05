package org.lintas.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Tells languages in Latin script apart: a linear softmax model over hashed n-grams of characters (1 to 4 within words) and
 * whole words. A text whose words are mostly unknown to the winning language is in another language.
 */
final class LatinModel {

    /** Languages of the model, in the order of its weights. */
    static final List<String> CLASSES = List.of("id", "ms", "vi", "tl", "en");

    static final int BUCKETS = 1 << 16;

    private static final String RESOURCE = "latin.model.gz";

    /** Enough of a text to be sure. */
    private static final int MAX_CHARS = 4_000;

    /** Share of running words that must be among the common words of the language. */
    private static final double MIN_KNOWN = 0.08;

    private final float[][] weights;
    private final List<Set<String>> commonWords;

    LatinModel(float[][] weights, List<Set<String>> commonWords) {
        this.weights = weights;
        this.commonWords = commonWords;
    }

    LanguageGuess guess(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return new LanguageGuess(LanguageGuess.UNKNOWN, 0);
        }
        double[] probabilities = probabilities(features(words));
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        var known = commonWords.get(best);
        double share = words.stream().filter(known::contains).count() / (double) words.size();
        return share < MIN_KNOWN
                ? new LanguageGuess(LanguageGuess.OTHER, 1 - share)
                : new LanguageGuess(CLASSES.get(best), probabilities[best]);
    }

    /** Probability of each class. The sum over features is a mean, so that long texts are not surer than short ones. */
    double[] probabilities(int[] features) {
        var scores = new double[CLASSES.size()];
        double max = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < scores.length; c++) {
            double sum = 0;
            for (int feature : features) {
                sum += weights[c][feature];
            }
            scores[c] = sum / Math.sqrt(features.length);
            max = Math.max(max, scores[c]);
        }
        double sum = 0;
        for (int c = 0; c < scores.length; c++) {
            scores[c] = Math.exp(scores[c] - max);
            sum += scores[c];
        }
        for (int c = 0; c < scores.length; c++) {
            scores[c] /= sum;
        }
        return scores;
    }

    /** The words of a text, lower case. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        String lower = text.substring(0, Math.min(text.length(), MAX_CHARS)).toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /** Buckets of all n-grams of the words, repetitions included. */
    static int[] features(List<String> words) {
        var features =
                new int[words.stream().mapToInt(w -> 4 * (w.length() + 2) + 1).sum()];
        int n = 0;
        for (String word : words) {
            String framed = "<" + word + ">";
            features[n++] = bucket(framed.hashCode() * 31 + 7);
            for (int from = 0; from < framed.length(); from++) {
                int hash = 0;
                for (int to = from; to < Math.min(framed.length(), from + 4); to++) {
                    hash = hash * 31 + framed.charAt(to);
                    features[n++] = bucket(hash * 4 + (to - from));
                }
            }
        }
        return Arrays.copyOf(features, n);
    }

    private static int bucket(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed >>> 16;
    }

    static LatinModel load() {
        try (InputStream in = LatinModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no " + RESOURCE + " on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LatinModel read(InputStream stream) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(stream))) {
            var weights = new float[CLASSES.size()][BUCKETS];
            for (float[] row : weights) {
                float scale = in.readFloat();
                for (int b = 0; b < BUCKETS; b++) {
                    row[b] = in.readByte() * scale;
                }
            }
            var commonWords = new ArrayList<Set<String>>();
            for (int c = 0; c < CLASSES.size(); c++) {
                commonWords.add(Set.of(in.readUTF().split(" ")));
            }
            return new LatinModel(weights, commonWords);
        }
    }

    /** Writes the model, its weights rounded to a byte each. */
    void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
            for (float[] row : weights) {
                float max = 0;
                for (float w : row) {
                    max = Math.max(max, Math.abs(w));
                }
                float scale = max / 127;
                out.writeFloat(scale);
                for (float w : row) {
                    out.writeByte(scale == 0 ? 0 : Math.round(w / scale));
                }
            }
            for (var words : commonWords) {
                out.writeUTF(String.join(" ", new TreeSet<>(words)));
            }
        }
    }
}
