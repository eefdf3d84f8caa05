package org.lintas.lab.dedup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Thresholds;
import org.lintas.lab.dedup.DedupTruth.Counts;

/**
 * Scores near duplicates against planted ones, and measures their cost.
 *
 * <p>Usage: {@code EvaluateDedup FOLDER [ARTICLES] [--curve]}: a folder of corpora, each a folder with {@code
 * part-*.jsonl.gz}, {@code truth_pairs.tsv}, {@code truth_clusters.tsv} and {@code templates.tsv}; a folder with
 * {@code vi.jsonl.gz}, whose articles of some data sets are grouped by a {@code cluster} of the same event; {@code
 * --curve} adds a table over several thresholds.
 */
public final class EvaluateDedup {

    private static final long SEED = 20250101;
    private static final double[] REPRINT = {.4, .5, .55, .6, .65, .7, .75, .8, .9};
    private static final double[] EXCERPT = {.75, .8, .85, .9, .95};

    /** Figures of other tools on the same corpora, at their defaults. */
    private static final String PEERS = """
            peers on the same corpora              datatrove 0.10   datasketch 2    Spark MLlib 3.5
              documents per CPU second, 20k / 200k   781 / 746        493 / -         256 / 280 (at 100k)
              J >= .8 found, latin-20k               .994             .901            1.000
              J >= .8 found, sea-20k, spaces / none  .983 / .769      .785 / .786     1.000 / .614
              planted near duplicates found          .645             .393            -
                scatter / block / wrap               .074/.868/.994   .005/.352/.823  -
              representatives unchanged, other order 0 of 2,221       -               -
            """;

    private EvaluateDedup() {}

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        boolean hasCurve = words.remove("--curve");
        if (words.isEmpty() || words.size() > 2) {
            throw new IllegalArgumentException("usage: EvaluateDedup FOLDER [ARTICLES] [--curve]");
        }
        List<Path> corpora;
        try (Stream<Path> folders = Files.list(Path.of(words.get(0)))) {
            corpora = folders.filter(folder -> Files.exists(folder.resolve("truth_pairs.tsv")))
                    .sorted()
                    .toList();
        }
        for (Path corpus : corpora) {
            DedupTruth truth = DedupTruth.read(corpus);
            if (hasCurve) {
                printCurve(corpus.getFileName().toString(), truth);
            } else {
                print(corpus.getFileName().toString(), truth);
            }
        }
        System.out.print(PEERS);
        if (words.size() == 2) {
            System.out.print(EventClusters.report(Path.of(words.get(1), "vi.jsonl.gz")));
        }
    }

    private static void print(String name, DedupTruth truth) {
        List<NearDuplicates.Article> articles = truth.articles();
        Run run = Run.of(articles, Thresholds.DEFAULT);
        System.out.printf(
                Locale.ROOT, "%s: %d documents, %d in clusters of others%n", name, articles.size(), run.removed());
        System.out.printf(
                Locale.ROOT, "  documents per CPU second, one thread    %.0f%n", articles.size() / run.seconds);
        SortedCounts.print("  planted pairs with J >= .8 found, by script", truth.similarPairs(run.representatives));
        if (truth.hasWords()) {
            System.out.printf(
                    Locale.ROOT,
                    "  all pairs of words with J >= .8 found   %s%n",
                    truth.joinedPairs(run.representatives));
        }
        SortedCounts.print("  planted near duplicates found", truth.plantedPairs(run.representatives));
        System.out.printf(
                Locale.ROOT, "  merged pairs that are planted           %s%n", truth.mergedPairs(run.representatives));
        System.out.printf(
                Locale.ROOT,
                "  template families merged                %s%n",
                truth.mergedFamilies(run.representatives));
        System.out.printf(Locale.ROOT, "  representatives unchanged, other order  %s%n", unchanged(articles, run));
    }

    private static void printCurve(String name, DedupTruth truth) {
        System.out.printf("%s%nreprint  excerpt  precision  planted  J >= .8  templates  documents per CPU s%n", name);
        for (double reprint : REPRINT) {
            printPoint(truth, new Thresholds(reprint, Thresholds.DEFAULT.excerpt()));
        }
        for (double excerpt : EXCERPT) {
            printPoint(truth, new Thresholds(Thresholds.DEFAULT.reprint(), excerpt));
        }
    }

    private static void printPoint(DedupTruth truth, Thresholds thresholds) {
        Run run = Run.of(truth.articles(), thresholds);
        System.out.printf(
                Locale.ROOT,
                "%.2f     %.2f     %.4f     %.4f   %.4f   %-9s  %.0f%n",
                thresholds.reprint(),
                thresholds.excerpt(),
                truth.mergedPairs(run.representatives).share(),
                truth.plantedPairs(run.representatives).get("all").share(),
                truth.similarPairs(run.representatives).get("all").share(),
                truth.mergedFamilies(run.representatives),
                truth.articles().size() / run.seconds);
    }

    /** Articles with the same representative when they come in another order. */
    private static Counts unchanged(List<NearDuplicates.Article> articles, Run run) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(SEED));
        int[] shuffled = Run.of(order.stream().map(articles::get).toList(), Thresholds.DEFAULT).representatives;
        var counts = new Counts();
        for (int i = 0; i < shuffled.length; i++) {
            counts.add(order.get(shuffled[i]) == run.representatives[order.get(i)]);
        }
        return counts;
    }

    /** One deduplication: the representative of each article, and its cost. */
    private static final class Run {
        private final int[] representatives;
        private final double seconds;

        private Run(int[] representatives, double seconds) {
            this.representatives = representatives;
            this.seconds = seconds;
        }

        static Run of(List<NearDuplicates.Article> articles, Thresholds thresholds) {
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            List<NearDuplicates.Membership> memberships = NearDuplicates.of(articles, thresholds);
            double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            return new Run(
                    memberships.stream()
                            .mapToInt(NearDuplicates.Membership::representative)
                            .toArray(),
                    seconds);
        }

        long removed() {
            return representatives.length
                    - Arrays.stream(representatives).distinct().count();
        }
    }
}
