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
import java.util.stream.Stream;

/**
 * Divides reports that are linked, directly or through others, into incidents: the most alike are joined first, and groups only if their pairs are not unlikely on average, and each report is
 * likely of one incident with those that it is most alike, so that a chain of links does not join what has nothing in common. At last groups, at least one of several
 * reports, are joined if all their pairs are likely on average, the more so the fewer there are, and some two are likely by themselves ({@link AverageLinkage}). In the averages pairs count, too, that what they tell by themselves does not make possible: it may be wrong. The reports of an
 * incident of an earlier corpus are one group from the start, and no two of these are joined. The result does not depend on the order of the reports.
 */
final class Groups {

    /**
     * So many linked reports are divided at once, the others in order of time: bounds work and memory. There are more only with incidents of earlier corpora: each of these is linked
     * as if it were one report ({@link Components#MOST_LINKED}).
     */
    private static final int AT_ONCE = 300;

    /** The least probability of two reports by which groups are joined. */
    private static final double LEAST = .82;

    /** Mean probability of all pairs of two groups from which on they are joined, if the likeliest pairs are likely enough. */
    private static final double MEAN = .5;

    /** The same of the likeliest pairs: those of each report of the smaller group with a few of the larger one. */
    private static final double LIKELIEST_MEAN = .82;

    private static final int LIKELIEST = 2;

    /** Mean probability of all pairs of two groups, at least one of several reports, as {@link AverageLinkage} counts it, from which on they are joined in the end. */
    private static final double AVERAGE = .62;

    /** Two of their reports must be likely of one incident like this, and possible by what they tell. */
    private static final double LIKELY = .7;

    /**
     * The reports of an incident.
     *
     * @param reports in their order
     * @param likely how likely each that was divided together with others of it is of one incident with the likeliest of these: the sum
     * @param judged how many these are
     */
    record Group(List<Report> reports, double likely, int judged) {

        /** How likely a report is of one incident with another of it, the likeliest for each, on average; 1 if there is only one. */
        double confidence() {
            return judged == 0 ? 1 : likely / judged;
        }
    }

    private record Edge(int one, int other, double probability) {}

    private final List<Report> reports;
    private final CollectiveLikeness collective;

    /** How likely each two are of one incident, 0 if what they tell does not make it possible. */
    private final double[][] possible;

    private final List<Edge> edges = new ArrayList<>();

    /** First report and size of both groups that were found to be of two incidents: asked again only once one of them has grown. */
    private final Set<List<Integer>> refused = new HashSet<>();

    private Groups(List<Report> reports, Likeness likeness) {
        this.reports = reports;
        this.collective = new CollectiveLikeness(reports, likeness);
        this.possible = new double[reports.size()][reports.size()];
        for (int i = 0; i < reports.size(); i++) {
            for (int j = i + 1; j < reports.size(); j++) {
                if (collective.isPossible(i, j)) {
                    possible[i][j] = collective.probability(i, j);
                    possible[j][i] = possible[i][j];
                }
                if (possible[i][j] >= LEAST) {
                    edges.add(new Edge(i, j, possible[i][j]));
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::probability)
                .reversed()
                .thenComparingInt(Edge::one)
                .thenComparingInt(Edge::other));
    }

    /** The incidents that a new report tells of. */
    static List<Group> of(List<Report> linked, Likeness likeness) {
        List<Group> groups = new ArrayList<>();
        parts(linked).forEach(part -> groups.addAll(new Groups(part, likeness).groups()));
        return united(groups).stream()
                .filter(group -> !group.reports.stream().allMatch(Report::isEarlier))
                .toList();
    }

    /** Linked reports in their order, as many together as are divided at once. */
    private static List<List<Report>> parts(List<Report> linked) {
        List<Report> sorted = linked.stream().sorted().toList();
        List<List<Report>> parts = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i += AT_ONCE) {
            parts.add(sorted.subList(i, Math.min(sorted.size(), i + AT_ONCE)));
        }
        return parts;
    }

    /** Unites what was divided of an earlier incident. */
    private static Collection<Group> united(List<Group> groups) {
        Map<String, Group> united = new LinkedHashMap<>();
        for (Group group : groups) {
            Report some =
                    group.reports.stream().filter(Report::isEarlier).findFirst().orElse(group.reports.get(0));
            united.merge(some.node(), group, Groups::united);
        }
        return united.values();
    }

    private static Group united(Group one, Group other) {
        return new Group(
                Stream.concat(one.reports.stream(), other.reports.stream()).toList(),
                one.likely + other.likely,
                one.judged + other.judged);
    }

    private List<Group> groups() {
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
        return AverageLinkage.join(groupOf.stream().distinct().toList(), members(), AVERAGE).stream()
                .map(group -> group(group.stream().sorted().toList()))
                .toList();
    }

    private AverageLinkage.Members members() {
        return new AverageLinkage.Members() {
            @Override
            public boolean areLinked(int one, int other) {
                return possible[one][other] >= LIKELY;
            }

            @Override
            public double probability(int one, int other) {
                return collective.probability(one, other);
            }

            @Override
            public boolean isKnown(int member) {
                return reports.get(member).isEarlier();
            }
        };
    }

    private Group group(List<Integer> members) {
        double likely = members.stream()
                .mapToDouble(member -> members.stream()
                        .filter(other -> !other.equals(member))
                        .mapToDouble(other -> possible[member][other])
                        .max()
                        .orElse(0))
                .sum();
        return new Group(members.stream().map(reports::get).toList(), likely, members.size() == 1 ? 0 : members.size());
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
                    .mapToDouble(j -> collective.probability(i, j))
                    .sorted()
                    .toArray();
            all += DoubleStream.of(probable).sum() / probable.length;
            likeliest += DoubleStream.of(probable).skip(probable.length - few).sum() / few;
        }
        return all / smaller.size() >= MEAN && likeliest / smaller.size() >= LIKELIEST_MEAN;
    }
}
