package org.lintas.lab.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.lintas.language.LatinModel;
import org.lintas.language.LatinModel.Calibration;
import org.lintas.language.LatinModel.Evidence;

/** Fits what turns the scores of a model into probabilities, on texts that the model was not trained on. */
final class Calibrator {

    private static final int[] LENGTHS = {6, 12, 25, 50, 100, 300};

    /** Passages of a language. */
    private static final int PASSAGES = 300;

    private static final double[] SHARPNESS = range(0.2, 3, 0.05);
    private static final double[] SLOPES = range(0.5, 12, 0.25);
    private static final double[] MIDPOINTS = range(0.2, 0.95, 0.01);

    /** Languages that share many words. A language unknown to the model is seldom related to one that is known. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("id", "ms", "jv", "su", "min", "ace", "ban"),
            Set.of("tl", "ceb", "ilo", "war", "hil", "en"),
            Set.of("fr", "es", "pt", "it"),
            Set.of("en", "nl", "de"));

    /** Texts of others share fewer words with sentences by one hand than these do with each other. */
    private static final double OF_SENTENCES = 0.6;

    private final LatinModel model;
    private final List<Passage> passages = new ArrayList<>();

    private record Passage(int label, Evidence evidence) {}

    /** A guess of the gate: the share of known words, how many words there are, whether the language is the right one. */
    private record Gated(double share, int words, boolean right) {}

    Calibrator(LatinModel model, Map<String, List<List<String>>> texts) {
        this.model = model;
        for (int c = 0; c < model.columns().size(); c++) {
            List<String> words = new ArrayList<>();
            texts.get(model.columns().get(c).code()).forEach(words::addAll);
            for (int i = 0; i < PASSAGES; i++) {
                int length = Math.min(LENGTHS[i % LENGTHS.length], words.size());
                int from = (int) ((long) (words.size() - length) * i / PASSAGES);
                passages.add(new Passage(c, model.evidence(words.subList(from, from + length))));
            }
        }
    }

    /** Share of common words in texts of each language. */
    Map<String, Double> usualShares() {
        var shares = new HashMap<String, Double>();
        for (int c = 0; c < model.columns().size(); c++) {
            int label = c;
            shares.put(
                    model.columns().get(c).code(),
                    passages.stream()
                                    .filter(p -> p.label == label)
                                    .mapToDouble(p -> p.evidence.knownShare(label))
                                    .average()
                                    .orElseThrow()
                            * (TrainingTexts.OF_ARTICLES.contains(
                                            model.columns().get(c).code())
                                    ? 1
                                    : OF_SENTENCES));
        }
        return shares;
    }

    /** The calibration under which the passages are likeliest. */
    Calibration calibrate(Map<String, Double> usualShares) {
        double sharpness = best(SHARPNESS, this::likelihood);
        List<Gated> gated = gated(usualShares);
        double slope = 1;
        double midpoint = 0.5;
        for (int round = 0; round < 5; round++) {
            double steep = slope;
            midpoint = best(MIDPOINTS, m -> likelihood(gated, new Calibration(sharpness, steep, m)));
            double middle = midpoint;
            slope = best(SLOPES, s -> likelihood(gated, new Calibration(sharpness, s, middle)));
        }
        return new Calibration(sharpness, slope, midpoint);
    }

    private double likelihood(double sharpness) {
        double sum = 0;
        for (Passage passage : passages) {
            sum += Math.log(1e-9 + LatinModel.softmax(passage.evidence.scores(), sharpness)[passage.label]);
        }
        return sum;
    }

    /**
     * Passages seen by the gates of the languages with articles, which are those that matter: by their own, and by the one that would
     * win if their own language and those related to it were unknown to the model.
     */
    private List<Gated> gated(Map<String, Double> usualShares) {
        var gated = new ArrayList<Gated>();
        for (Passage passage : passages) {
            double[] scores = passage.evidence.scores();
            for (int c = 0; c < scores.length; c++) {
                scores[c] = related(c, passage.label) || !hasArticles(c) ? Double.NEGATIVE_INFINITY : scores[c];
            }
            int stranger = LatinModel.best(scores);
            for (int c : hasArticles(passage.label) ? new int[] {passage.label, stranger} : new int[] {stranger}) {
                double usual = usualShares.get(model.columns().get(c).code());
                gated.add(new Gated(
                        passage.evidence.knownShare(c) / usual, passage.evidence.count(), c == passage.label));
            }
        }
        return gated;
    }

    private boolean hasArticles(int column) {
        return TrainingTexts.OF_ARTICLES.contains(model.columns().get(column).code());
    }

    private boolean related(int one, int other) {
        String code = model.columns().get(one).code();
        String label = model.columns().get(other).code();
        return one == other || FAMILIES.stream().anyMatch(family -> family.contains(code) && family.contains(label));
    }

    private static double likelihood(List<Gated> gated, Calibration calibration) {
        double sum = 0;
        for (Gated guess : gated) {
            double known = calibration.known(guess.share, guess.words);
            sum += Math.log(1e-9 + (guess.right ? known : 1 - known));
        }
        return sum;
    }

    private static double best(double[] values, DoubleUnaryOperator likelihood) {
        double best = values[0];
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            double at = likelihood.applyAsDouble(value);
            if (at > max) {
                max = at;
                best = value;
            }
        }
        return best;
    }

    private static double[] range(double from, double to, double step) {
        var values = new double[(int) Math.round((to - from) / step) + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + i * step;
        }
        return values;
    }
}
