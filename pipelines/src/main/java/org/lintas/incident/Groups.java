package org.lintas.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Divides reports that are linked, directly or through others, into incidents: the most alike are joined first, and groups only if their reports are
 * likely to be of one incident on average, and each with those that it is most alike, so that a chain of links does not join what has nothing in common. The reports of an
 * incident of an earlier corpus are one group from the start, and no two of these are joined. The result does not depend on the order of the reports.
 */
final class Groups {

    /** Reports are compared with so many neighbours in time: bounds the work on an affair. */
    private static final int NEIGHBOURS = 150;

    /** So many linked reports are divided at once, the others in order of time: bounds memory. */
    private static final int AT_ONCE = 1_000;

    /** Mean probability of all pairs of two groups from which on they are joined, if the likeliest pairs are likely enough. */
    private static final double MEAN = .6;

    /** The same of the likeliest pairs: those of each report of the smaller group with a few of the larger one. */
    private static final double LIKELIEST_MEAN = .8;

    private static final int LIKELIEST = 2;

    private record Edge(int one, int other, double probability) {}

    private final List<Report> reports;
    private final Map<Long, Double> probabilities = new HashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    /** First report and size of both groups that were found to be of two incidents: asked again only once one of them has grown. */
    private final Set<List<Integer>> refused = new HashSet<>();

    private Groups(List<Report> reports, Likeness likeness) {
        this.reports = reports;
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < Math.min(reports.size(), i + 1 + NEIGHBOURS); j++) {
                if (reports.get(i).isEarlier() && reports.get(j).isEarlier()) {
                    continue;
                }
                Likeness.Result result = likeness.of(reports.get(i), reports.get(j));
                probabilities.put(pair(i, j), result.probability());
                if (Links.isJoined(result)) {
                    edges.add(new Edge(i, j, result.probability()));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::probability)
                .reversed()
                .thenComparingInt(Edge::one)
                .thenComparingInt(Edge::other));
    }

    /** The incidents that a new report tells of, each with its reports in their order. */
    static List<List<Report>> of(List<Report> linked, Likeness likeness) {
        List<Report> sorted = linked.stream().sorted().toList();
        List<List<Report>> groups = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += AT_ONCE) {
            groups.addAll(new Groups(sorted.subList(i, Math.min(sorted.size(), i + AT_ONCE)), likeness).groups());
        }
        return united(groups).stream()
                .filter(group -> !group.stream().allMatch(Report::isEarlier))
                .toList();
    }

    /** Unites what was divided of an earlier incident. */
    private static Collection<List<Report>> united(List<List<Report>> groups) {
        Map<String, List<Report>> united = new LinkedHashMap<>();
        for (List<Report> group : groups) {
            Report some = group.stream().filter(Report::isEarlier).findFirst().orElse(group.get(0));
            united.computeIfAbsent(some.node(), any -> new ArrayList<>()).addAll(group);
        }
        return united.values();
    }

    private List<List<Report>> groups() {
        Map<String, List<Integer>> groups = new HashMap<>();
        List<List<Integer>> groupOf = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            List<Integer> group = groups.computeIfAbsent(reports.get(i).node(), any -> new ArrayList<>());
            group.add(i);
            groupOf.add(group);
        }
        for (Edge edge : edges) {
            List<Integer> one = groupOf.get(edge.one);
            List<Integer> other = groupOf.get(edge.other);
            if (one != other && !(isEarlier(one) && isEarlier(other)) && mayBeOne(one, other)) {
                one.addAll(other);
                other.forEach(member -> groupOf.set(member, one));
            }
        }
        return groupOf.stream()
                .distinct()
                .map(group -> group.stream().sorted().map(reports::get).toList())
                .toList();
    }

    private boolean isEarlier(List<Integer> group) {
        return group.stream().anyMatch(member -> reports.get(member).isEarlier());
    }

    private boolean mayBeOne(List<Integer> one, List<Integer> other) {
        List<Integer> key = List.of(one.get(0), one.size(), other.get(0), other.size());
        if (refused.contains(key)) {
            return false;
        }
        boolean areOne = areOne(one, other);
        if (!areOne) {
            refused.add(key);
        }
        return areOne;
    }

    /**
     * Whether two groups are of one incident. Reports that tell little are not likely to be of one with any other: what counts most is how likely each of
     * the smaller group, on average, is to be of one with those that it is most alike. Of two of one size the first is taken for the smaller.
     */
    private boolean areOne(List<Integer> one, List<Integer> other) {
        boolean isFirstSmaller = one.size() <= other.size();
        List<Integer> smaller = isFirstSmaller ? one : other;
        List<Integer> larger = isFirstSmaller ? other : one;
        int few = Math.min(LIKELIEST, larger.size());
        double all = 0;
        double likeliest = 0;
        for (int i : smaller) {
            double[] probable = larger.stream()
                    .mapToDouble(j -> probabilities.getOrDefault(pair(Math.min(i, j), Math.max(i, j)), 0.0))
                    .sorted()
                    .toArray();
            all += DoubleStream.of(probable).sum() / probable.length;
            likeliest += DoubleStream.of(probable).skip(probable.length - few).sum() / few;
        }
        return all / smaller.size() >= MEAN && likeliest / smaller.size() >= LIKELIEST_MEAN;
    }

    private static long pair(int one, int other) {
        return ((long) one << Integer.SIZE) | other;
    }
}
