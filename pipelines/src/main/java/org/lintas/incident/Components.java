package org.lintas.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Which articles are linked, directly or through others. Of a crowd of which all are linked in the end the most likely links count: articles are united by these first (single
 * linkage, Kruskal 1956, doi:10.1090/S0002-9939-1956-0078686-7), and by none that would unite more than {@link #MOST}. So what is linked can be compared, each with each. The order in which links come does not matter. Memory: some 300 bytes for
 * each article that has a link.
 */
final class Components {

    /** So many articles, or incidents of earlier corpora, are linked at most. */
    static final int MOST = 150;

    /** Links are looked through when there are as many more than articles: those that unite nothing are forgotten. */
    private static final int KEPT = 1 << 16;

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
        if (links.size() > 2 * ids.size() + KEPT) {
            links = new Forest().unite(ids.size());
        }
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, any -> {
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /** Passes on each linked article with the lowest id of those that it is linked with, which may be its own. */
    void forEach(BiConsumer<String, String> consumer) {
        links = new Forest().unite(ids.size());
        var forest = new Forest();
        forest.unite(MOST);
        Map<Integer, String> lowest = new HashMap<>();
        IntStream.range(0, ids.size())
                .forEach(i -> lowest.merge(
                        forest.root(i), ids.get(i), (one, other) -> one.compareTo(other) < 0 ? one : other));
        IntStream.range(0, ids.size()).forEach(i -> consumer.accept(ids.get(i), lowest.get(forest.root(i))));
    }

    /** Sets of articles that are united link by link. */
    private final class Forest {

        private final int[] parents = IntStream.range(0, ids.size()).toArray();
        private final int[] sizes = new int[ids.size()];

        /**
         * Unites articles by the links, the likeliest first.
         *
         * @param most articles that are united at most
         * @return the links that united some
         */
        List<Link> unite(int most) {
            Arrays.fill(sizes, 1);
            var uniting = new ArrayList<Link>();
            links.sort(Comparator.comparingDouble(Link::probability)
                    .reversed()
                    .thenComparing(link -> ids.get(link.one))
                    .thenComparing(link -> ids.get(link.other)));
            for (Link link : links) {
                int one = root(link.one);
                int other = root(link.other);
                if (one != other && sizes[one] + sizes[other] <= most) {
                    parents[other] = one;
                    sizes[one] += sizes[other];
                    uniting.add(link);
                }
            }
            return uniting;
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
