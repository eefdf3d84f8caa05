package org.lintas.dedup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Near duplicates of texts in memory, on one thread: the reference of what the pipeline does. The answer does not
 * depend on the order of the texts.
 *
 * <ol>
 *   <li>Texts are ranked: those of an earlier corpus before new ones, then {@link Copy#BEST_FIRST}.
 *   <li>Texts that agree in a band of their {@link Signature} share a {@link Bucket}, which names candidates;
 *       those whose signatures have too little in common are dropped.
 *   <li>A {@link Verifier} judges every candidate pair.
 *   <li>{@link Clusters} are made of the verified pairs.
 *   <li>Pairs that the buckets left out are judged, too; then clusters again, {@value #ROUNDS} times at most.
 * </ol>
 */
public final class NearDuplicates {

    /** How often pairs are added that the buckets left out. */
    public static final int ROUNDS = 2;

    /**
     * A text to be compared.
     *
     * @param isEarlier whether it is of an earlier corpus: it stays a representative if it was one
     */
    public record Article(Copy copy, Origin origin, boolean isEarlier, String text) {

        /** The order of representatives. */
        public static final Comparator<Article> BEST_FIRST = Comparator.comparing(
                        (Article article) -> !article.isEarlier)
                .thenComparing(Article::copy, Copy.BEST_FIRST);
    }

    /**
     * What became of an article.
     *
     * @param representative index in the list that was given; its own if it is one
     * @param verdict what it is to its representative; empty for a representative
     */
    public record Membership(int representative, Optional<Verdict> verdict) {}

    private final Article[] ranked;
    private final Tokens[] tokens;
    private final Verifier verifier;
    private final Membership[] memberships;
    private final Pairs judged = new Pairs();
    private final Pairs verified = new Pairs();

    /** Texts under what contradicts a better text: see {@link Verdict#contradictions}. */
    private KeyedRanks contradictions = new KeyedRanks(0);

    private NearDuplicates(Article[] ranked, Thresholds thresholds) {
        this.ranked = ranked;
        this.tokens = new Tokens[ranked.length];
        this.verifier = new Verifier(thresholds);
        this.memberships = new Membership[ranked.length];
    }

    /** What becomes of each article, in the order of the list. */
    public static List<Membership> of(List<Article> articles, Thresholds thresholds) {
        return find(articles, thresholds).memberships();
    }

    /** Finds the near duplicates among articles. */
    public static NearDuplicates find(List<Article> articles, Thresholds thresholds) {
        int[] order = IntStream.range(0, articles.size())
                .boxed()
                .sorted(Comparator.comparing(articles::get, Article.BEST_FIRST))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranked = new Article[order.length];
        Arrays.setAll(ranked, rank -> articles.get(order[rank]));
        var near = new NearDuplicates(ranked, thresholds);
        Clusters clusters = near.clusters();
        for (int rank = 0; rank < order.length; rank++) {
            int representative = clusters.representative(rank);
            near.memberships[order[rank]] = new Membership(
                    order[representative],
                    representative == rank ? Optional.empty() : Optional.of(near.verify(representative, rank)));
        }
        return near;
    }

    /** What becomes of each article, in the order of the list. */
    public List<Membership> memberships() {
        return List.of(memberships);
    }

    /** How many pairs were judged: what the cost depends on. */
    public long judgedPairs() {
        return judged.size();
    }

    private Clusters clusters() {
        judge(candidates());
        for (int round = 0; round < ROUNDS; round++) {
            Pairs left = leftOut();
            if (!judge(left)) {
                break;
            }
        }
        return Clusters.of(ranked.length, verified.toArray());
    }

    private Pairs candidates() {
        var signatures = new Signature[ranked.length];
        for (int rank = 0; rank < ranked.length; rank++) {
            tokens[rank] = Tokens.of(ranked[rank].text());
            signatures[rank] = Signature.of(tokens[rank]);
        }
        var pairs = new Pairs();
        for (int band = 0; band < Signature.BANDS; band++) {
            var keyed = new KeyedRanks(ranked.length);
            for (int rank = 0; rank < ranked.length; rank++) {
                if (signatures[rank].size() > 0) {
                    keyed.add(signatures[rank].band(band), rank);
                }
            }
            keyed.addCandidates((better, other) -> {
                if (signatures[better].mayResemble(signatures[other])) {
                    pairs.add(better, other);
                }
            });
        }
        return pairs;
    }

    /**
     * Pairs that the buckets left out, being too full: a duplicate's duplicate and its representative, and texts that
     * contradict the same one by the same facts.
     */
    private Pairs leftOut() {
        var pairs = new Pairs();
        long[] edges = verified.toArray();
        Clusters clusters = Clusters.of(ranked.length, edges);
        for (long edge : edges) {
            int better = Pairs.better(edge);
            int other = Pairs.other(edge);
            int ofBetter = clusters.representative(better);
            int ofOther = clusters.representative(other);
            pairs.add(ofBetter, other);
            // A new article says nothing of two earlier ones: what was decided of them stays.
            if (ranked[other].isEarlier() || !ranked[Math.max(ofOther, better)].isEarlier()) {
                pairs.add(ofOther, better);
            }
            if (ranked[other].isEarlier() || !ranked[Math.max(ofBetter, ofOther)].isEarlier()) {
                pairs.add(ofBetter, ofOther);
            }
        }
        contradictions.addCandidates(pairs::add);
        contradictions = new KeyedRanks(0);
        return pairs;
    }

    /** Whether any pair had not been judged before. */
    private boolean judge(Pairs candidates) {
        var fresh = new Pairs();
        for (long pair : candidates.toArray()) {
            int better = Pairs.better(pair);
            int other = Pairs.other(pair);
            if (judged.contains(better, other)) {
                continue;
            }
            fresh.add(better, other);
            Verdict verdict = verify(better, other);
            if (verdict.isDuplicate()) {
                verified.add(better, other);
            }
            for (long contradiction : verdict.contradictions()) {
                contradictions.add(Hashing.mix(better, contradiction), other);
            }
        }
        long[] added = fresh.toArray();
        for (long pair : added) {
            judged.add(Pairs.better(pair), Pairs.other(pair));
        }
        return added.length > 0;
    }

    private Verdict verify(int better, int other) {
        return verifier.verify(tokens[better], ranked[better].origin(), tokens[other], ranked[other].origin());
    }
}
