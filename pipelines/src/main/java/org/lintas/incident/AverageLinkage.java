package org.lintas.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Joins groups of which all pairs of members, one of each group, are likely to belong together on average, the likeliest groups first (average linkage: Sokal and
 * Michener 1958, "A statistical method for evaluating systematic relationships", University of Kansas Science Bulletin 38). The mean counts a further pair of probability .4 beside those that there are: the fewer
 * pairs two groups have, the likelier these must be. Of two groups at least one has several members, and some two of their members are linked. It takes the square of the number of groups for each two that are joined.
 */
final class AverageLinkage {

    /** The probability of the further pair that a mean counts. */
    private static final double DOUBT = .4;

    /** What is known of the members of groups, which are numbered. */
    interface Members {

        /** Whether two may be asked for at all: groups are only joined that have such a pair. Symmetric. */
        boolean areLinked(int one, int other);

        /** How likely two belong together. Symmetric. */
        double probability(int one, int other);

        /** Whether one is of something known: no two groups with such members are joined. */
        boolean isKnown(int member);
    }

    private record Pair(int one, int other, double mean) {}

    private final Members members;
    private final double least;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final boolean[] isKnown;

    /** For each two groups whether they have two members that are linked. */
    private final boolean[][] areLinked;

    /** For each two groups the sum of the probabilities of all their pairs, no number if it was not asked for. */
    private final double[][] sums;

    private AverageLinkage(List<List<Integer>> groups, Members members, double least) {
        int size = groups.size();
        this.members = members;
        this.least = least;
        this.isKnown = new boolean[size];
        this.areLinked = new boolean[size][size];
        this.sums = new double[size][size];
        for (int i = 0; i < size; i++) {
            List<Integer> group = groups.get(i);
            this.groups.add(new ArrayList<>(group));
            isKnown[i] = group.stream().anyMatch(members::isKnown);
            Arrays.fill(sums[i], Double.NaN);
            for (int j = 0; j < i; j++) {
                areLinked[i][j] = areLinked(group, groups.get(j));
                areLinked[j][i] = areLinked[i][j];
            }
        }
    }

    private boolean areLinked(List<Integer> one, List<Integer> other) {
        return one.stream().anyMatch(i -> other.stream().anyMatch(j -> members.areLinked(i, j)));
    }

    /**
     * Joins groups.
     *
     * @param groups members of each; each member is in one group
     * @param least mean probability, the further pair counted, from which on groups are joined
     * @return the groups, each in the place of its first one
     */
    static List<List<Integer>> join(List<List<Integer>> groups, Members members, double least) {
        var linkage = new AverageLinkage(groups, members, least);
        for (var pair = linkage.likeliest(); pair.isPresent(); pair = linkage.likeliest()) {
            linkage.join(pair.get().one, pair.get().other);
        }
        return linkage.groups.stream().filter(group -> !group.isEmpty()).toList();
    }

    private Optional<Pair> likeliest() {
        Pair likeliest = null;
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                if (areLinked[i][j] && !(isKnown[i] && isKnown[j])) {
                    double mean = mean(i, j);
                    if (mean >= least && (likeliest == null || mean > likeliest.mean)) {
                        likeliest = new Pair(i, j, mean);
                    }
                }
            }
        }
        return Optional.ofNullable(likeliest);
    }

    /** The mean probability of two groups, the further pair counted; 0 of single members, which are left to others. */
    private double mean(int one, int other) {
        int pairs = groups.get(one).size() * groups.get(other).size();
        if (pairs == 1) {
            return 0;
        }
        if (Double.isNaN(sums[one][other])) {
            sums[one][other] = groups.get(one).stream()
                    .mapToDouble(i -> groups.get(other).stream()
                            .mapToDouble(j -> members.probability(i, j))
                            .sum())
                    .sum();
            sums[other][one] = sums[one][other];
        }
        return (sums[one][other] + DOUBT) / (pairs + 1);
    }

    private void join(int one, int other) {
        groups.get(one).addAll(groups.get(other));
        groups.get(other).clear();
        isKnown[one] |= isKnown[other];
        for (int i = 0; i < groups.size(); i++) {
            areLinked[one][i] |= areLinked[other][i];
            areLinked[i][one] = areLinked[one][i];
            areLinked[other][i] = false;
            areLinked[i][other] = false;
            sums[one][i] += sums[other][i];
            sums[i][one] = sums[one][i];
        }
        areLinked[one][one] = false;
    }
}
