package org.lintas.lab.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How well groups agree with true ones: by pairs, and by B-cubed (Bagga and Baldwin 1998), which gives every article the same weight.
 *
 * @param truth the true group of each article
 * @param found the group that it was given
 */
record Agreement(List<String> truth, List<String> found) {

    /** Pairs that are joined, that should be, and both. */
    record Pairs(long joined, long same, long both) {
        double precision() {
            return joined == 0 ? 1 : (double) both / joined;
        }

        double recall() {
            return same == 0 ? 1 : (double) both / same;
        }

        double f1() {
            return harmonic(precision(), recall());
        }
    }

    /** Counts the pairs of articles that are accepted. */
    Pairs pairs(BiPredicate<Integer, Integer> accepts) {
        long joined = 0;
        long same = 0;
        long both = 0;
        for (int i = 0; i < truth.size(); i++) {
            for (int j = i + 1; j < truth.size(); j++) {
                if (accepts.test(i, j)) {
                    boolean isJoined = found.get(i).equals(found.get(j));
                    boolean isSame = truth.get(i).equals(truth.get(j));
                    joined += isJoined ? 1 : 0;
                    same += isSame ? 1 : 0;
                    both += isJoined && isSame ? 1 : 0;
                }
            }
        }
        return new Pairs(joined, same, both);
    }

    double bCubedPrecision() {
        return bCubed(found, truth);
    }

    double bCubedRecall() {
        return bCubed(truth, found);
    }

    double bCubedF1() {
        return harmonic(bCubedPrecision(), bCubedRecall());
    }

    /** Mean share of an article's group that is in the same other group. */
    private static double bCubed(List<String> groups, List<String> others) {
        Map<String, Integer> sizes = new HashMap<>();
        Map<List<String>, Integer> both = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            sizes.merge(groups.get(i), 1, Integer::sum);
            both.merge(List.of(groups.get(i), others.get(i)), 1, Integer::sum);
        }
        double sum = 0;
        for (int i = 0; i < groups.size(); i++) {
            sum += (double) both.get(List.of(groups.get(i), others.get(i))) / sizes.get(groups.get(i));
        }
        return groups.isEmpty() ? 1 : sum / groups.size();
    }

    private static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }

    /** A row of the table. */
    String row(String name, BiPredicate<Integer, Integer> accepts) {
        Pairs pairs = pairs(accepts);
        return String.format(
                Locale.ROOT,
                "%-34s %6d   %.3f  %.3f  %.3f     %.3f  %.3f  %.3f",
                name,
                pairs.same,
                pairs.precision(),
                pairs.recall(),
                pairs.f1(),
                bCubedPrecision(),
                bCubedRecall(),
                bCubedF1());
    }
}
