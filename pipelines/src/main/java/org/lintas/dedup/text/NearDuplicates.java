package org.lintas.dedup.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lintas.record.Draft;

/**
 * Finds near duplicates in memory, on one thread: the reference implementation for the pipeline. The result does not depend on
 * the order of the texts.
 *
 * <ol>
 *   <li>Texts are ranked: those of an earlier corpus before new ones, then {@link RepresentativeRank#BEST_FIRST}.
 *   <li>Texts that agree in a band of their {@link Signature} share a {@link Bucket}, which gives the candidate pairs; pairs
 *     whose signatures have too little in common are dropped.
 *   <li>A {@link Verifier} compares every candidate pair.
 *   <li>{@link Clusters} are formed from the verified pairs.
 * </ol>
 */
public final class NearDuplicates {

    /**
     * A text to be compared.
     *
     * @param isEarlier whether it is of an earlier corpus: it stays a representative if it was one
     * @param language its code; number words are numbers in it
     * @param headline null if there is none
     */
    public record Article(
            RepresentativeRank rank,
            Provenance provenance,
            boolean isEarlier,
            String language,
            String headline,
            String text) {

        /** The order of representatives. */
        public static final Comparator<Article> BEST_FIRST = Comparator.comparing(
                        (Article article) -> !article.isEarlier)
                .thenComparing(Article::rank, RepresentativeRank.BEST_FIRST);

        /** A new article. */
        public static Article of(Draft draft) {
            return new Article(
                    RepresentativeRank.of(draft),
                    new Provenance(
                            draft.getUrl(),
                            Provenance.outlet(draft.getUrlHost(), draft.getSource()),
                            draft.getPublishedAt()),
                    false,
                    draft.getLanguage(),
                    draft.getTitle(),
                    draft.getText());
        }
    }

    /**
     * The cluster of an article.
     *
     * @param representative index in the list that was given; its own if it is one
     * @param result its relation to its representative; empty for a representative
     */
    public record Membership(int representative, Optional<VerificationResult> result) {}

    private final Article[] ranked;
    private final ComparedText[] texts;
    private final Verifier verifier;
    private final Membership[] memberships;
    private long compared;

    private NearDuplicates(Article[] ranked, Thresholds thresholds) {
        this.ranked = ranked;
        this.texts = new ComparedText[ranked.length];
        this.verifier = new Verifier(thresholds);
        this.memberships = new Membership[ranked.length];
    }

    /** The membership of each article, in the order of the list. */
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

    /** The membership of each article, in the order of the list. */
    public List<Membership> memberships() {
        return List.of(memberships);
    }

    /** Number of pairs that were compared, on which the cost depends. */
    public long comparedPairs() {
        return compared;
    }

    private Clusters clusters() {
        var verified = new Pairs();
        for (long pair : candidates().toArray()) {
            compared++;
            if (verify(Pairs.better(pair), Pairs.other(pair)).isDuplicate()) {
                verified.add(Pairs.better(pair), Pairs.other(pair));
            }
        }
        return Clusters.of(ranked.length, verified.toArray());
    }

    private Pairs candidates() {
        var lowBytes = new byte[ranked.length][];
        var keyed = new BandIndex(ranked.length * (Signature.BANDS + Signature.NUMBER_BANDS));
        for (int rank = 0; rank < ranked.length; rank++) {
            int current = rank;
            Article article = ranked[rank];
            Signature signature = Signature.of(Tokens.of(article.text()));
            lowBytes[rank] = signature.lowBytes();
            signature.forEachBand(key -> keyed.add(key, current));
        }
        var pairs = new Pairs();
        keyed.addCandidates((better, other) -> {
            if (Signature.mayResemble(lowBytes[better], lowBytes[other])) {
                pairs.add(better, other);
            }
        });
        return pairs;
    }

    private VerificationResult verify(int better, int other) {
        return verifier.verify(text(better), text(other));
    }

    private ComparedText text(int rank) {
        if (texts[rank] == null) {
            Article article = ranked[rank];
            texts[rank] = ComparedText.of(article.language(), article.headline(), article.text(), article.provenance());
        }
        return texts[rank];
    }
}
