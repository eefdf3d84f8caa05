package org.lintas.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which articles are linked, directly or through others, at most so many that each can be compared with each. The likeliest links come first (single
 * linkage by Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7); one that would unite more is left out. The order in which links are added does not matter. Memory: some kB for each article that
 * has a link.
 */
final class Components {

    /** So many articles are linked at most; the articles of an incident of an earlier corpus count as one. */
    static final int MOST_LINKED = 150;

    /** Links of an article that are kept, the likeliest: bounds memory. */
    private static final int KEPT = 20;

    /** Links are looked through when there are this many more than twice as many as are kept. */
    private static final int NEW = 1 << 16;

    private record Link(int one, int other, double probability) {}

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private List<Link> links = new ArrayList<>();

    /**
     * Links two articles.
     *
     * @param probability how likely they belong together
     */
    void link(String one, String other, double probability) {
        links.add(new Link(number(one), number(other), probability));
        if (links.size() > 2 * KEPT * ids.size() + NEW) {
            links = likeliest();
        }
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, any -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /** The links that are among the likeliest of one of their articles, the likeliest first. */
    private List<Link> likeliest() {
        links.sort(Comparator.comparingDouble(Link::probability)
                .reversed()
                .thenComparing(link -> ids.get(link.one))
                .thenComparing(link -> ids.get(link.other)));
        var counts = new int[ids.size()];
        return links.stream()
                .distinct()
                .filter(link -> Math.min(counts[link.one]++, counts[link.other]++) < KEPT)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Passes on each article that is linked with others, with the lowest id of all of them. */
    void forEach(BiConsumer<String, String> consumer) {
        var sets = new Sets();
        likeliest().forEach(link -> sets.unite(link.one, link.other));
        for (int i = 0; i < ids.size(); i++) {
            int root = sets.root(i);
            if (sets.sizes[root] > 1) {
                consumer.accept(ids.get(i), ids.get(sets.lowest[root]));
            }
        }
    }

    /** Articles that are united. */
    private final class Sets {

        private final int[] parents = IntStream.range(0, ids.size()).toArray();

        /** Of each root the number of articles, and the one with the lowest id. */
        private final int[] sizes = new int[ids.size()];

        private final int[] lowest = parents.clone();

        Sets() {
            Arrays.fill(sizes, 1);
        }

        void unite(int one, int other) {
            int a = root(one);
            int b = root(other);
            if (a != b && sizes[a] + sizes[b] <= MOST_LINKED) {
                parents[b] = a;
                sizes[a] += sizes[b];
                lowest[a] = ids.get(lowest[a]).compareTo(ids.get(lowest[b])) < 0 ? lowest[a] : lowest[b];
            }
        }

        int root(int article) {
            int at = article;
            while (parents[at] != at) {
                parents[at] = parents[parents[at]];
                at = parents[at];
            }
            return at;
        }
    }
}
