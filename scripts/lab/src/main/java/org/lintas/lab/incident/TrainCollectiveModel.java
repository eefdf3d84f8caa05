package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.incident.Incidents;
import org.lintas.incident.Incidents.Linked;
import org.lintas.incident.ReportReader;
import org.lintas.lab.incident.LinkSamples.Sample;
import org.lintas.record.ArticleReport;

/**
 * Fits the trees that tell how likely two linked articles are of one incident when the others are known. What two articles say by themselves comes from
 * trees that were fitted to neither their events nor their series.
 *
 * <p>Usage: {@code TrainCollectiveModel WRITTEN SERIES ARTICLES CORPUS TABLE}: as {@link TrainLinkModel}, which reads the same.
 */
public final class TrainCollectiveModel {

    /** So many parts, of which each two are left out in turn. */
    private static final int FOLDS = 6;

    /** What the pairs of written, of moved and of real articles count together, each. */
    private static final double TOTAL = 8000;

    /** Trees for two articles by themselves are fitted several times here: fewer, of which each takes more. */
    private static final BoostedTrees.Size ALONE = new BoostedTrees.Size(300, 16, .12);

    /** Of pairs of two incidents that are {@link Together moved together} one of so many is taken, and counts for all of them. */
    private static final int OF_TWO = 8;

    private static final BoostedTrees.Size SIZE = new BoostedTrees.Size(200, 8, .05);

    private static final String HEAD = """
            # What tells whether two linked articles are of one incident when the others are known, in natural logarithms of odds: the sum of START and of one
            # leaf of each tree, fitted to pairs of articles that were read and that were written for the purpose (TrainCollectiveModel). A node: feature, bound,
            # how many rows further the part for values beyond the bound begins; the next row is for those up to it. A leaf: LEAF, what it adds.
            """;

    /** A pair of which it is known whether it is of one incident, with what it counts. */
    private record Known(List<Double> features, boolean isOne, double weight) {}

    /** Pairs of one set that are, or are not, of one incident. */
    private record Kind(String set, boolean isOne) {

        static Kind of(Sample sample) {
            return new Kind(sample.set(), sample.isOne());
        }
    }

    private final Events events;
    private final List<String> series;
    private final List<Known> written = new ArrayList<>();
    private final List<Known> together = new ArrayList<>();
    private final List<Known> real = new ArrayList<>();

    /**
     * A training.
     *
     * @param series names of the files of written reports
     */
    private TrainCollectiveModel(Events events, List<String> series) {
        this.events = events;
        this.series = series;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException("usage: TrainCollectiveModel WRITTEN SERIES ARTICLES CORPUS TABLE");
        }
        var labeller = new Labeller();
        Path pairs = Path.of(args[0], "pairs.tsv");
        Map<String, List<Written>> reports = new LinkedHashMap<>();
        for (Path file : TrainLinkModel.series(args)) {
            reports.put(file.getFileName().toString(), Written.read(file, labeller));
        }
        var training = new TrainCollectiveModel(Events.read(pairs, List.of()), List.copyOf(reports.keySet()));
        List<Sample> samples = TrainLinkModel.samples(args, labeller);
        Collection<ArticleReport> articles =
                LinkSamples.reports(Path.of(args[3])).values();
        List<LinkSamples.Judged> judged = LinkSamples.toFit(pairs);
        for (int one = 0; one < FOLDS; one++) {
            for (int other = one + 1; other < FOLDS; other++) {
                Set<Integer> parts = Set.of(one, other);
                List<List<String>> trees = training.without(parts, samples);
                var series = new Together();
                reports.forEach((file, written) -> {
                    int part = training.part(file);
                    if (parts.equals(leftOut(part, part))) {
                        training.addWritten(written, trees);
                    }
                    if (parts.contains(part)) {
                        series.add(file, written);
                    }
                });
                training.addTogether(series, trees);
                training.addReal(parts, articles, judged, trees);
            }
        }
        Files.writeString(Path.of(args[4]), HEAD + training.table());
        System.out.printf(
                "%d written pairs, %d moved together, %d real ones%n",
                training.written.size(), training.together.size(), training.real.size());
    }

    /**
     * Trees for two articles by themselves, fitted to what has no article in some parts. More pairs of two incidents than of one are left out; what is left counts as much
     * as all of them did.
     */
    private List<List<String>> without(Set<Integer> parts, List<Sample> samples) {
        List<Sample> left = samples.stream()
                .filter(sample -> !parts.contains(part(sample.one())) && !parts.contains(part(sample.other())))
                .toList();
        Map<Kind, Double> before = weights(samples);
        Map<Kind, Double> after = weights(left);
        return BoostedTrees.rows(TrainLinkModel.table(
                ALONE,
                left.stream()
                        .map(sample -> {
                            Kind kind = Kind.of(sample);
                            return sample.weighing(sample.weight() * before.get(kind) / after.get(kind));
                        })
                        .toList()));
    }

    private static Map<Kind, Double> weights(List<Sample> samples) {
        return samples.stream().collect(Collectors.groupingBy(Kind::of, Collectors.summingDouble(Sample::weight)));
    }

    /** Which part an article is in, with all of its event or its series. */
    private int part(String article) {
        int at = series.indexOf(article.replaceFirst("(\\.jsonl)-[0-9]+$", "$1"));
        return at < 0 ? events.part(article, FOLDS) : at % FOLDS;
    }

    private void addWritten(List<Written> reports, List<List<String>> trees) {
        var reader = new ReportReader();
        Map<String, String> incidents = new HashMap<>();
        reports.forEach(report -> incidents.put(report.draft().getArticleId(), report.incident()));
        List<ArticleReport> read = reports.stream()
                .flatMap(report -> reader.read(report.draft()).stream())
                .toList();
        for (Linked pair : Incidents.collective(read, trees, (one, other) -> true)) {
            boolean isOne = incidents.get(pair.one()).equals(incidents.get(pair.other()));
            written.add(new Known(pair.features(), isOne, 1));
        }
    }

    /** Adds pairs of the series that are left out, as dense as all would be. */
    private void addTogether(Together series, List<List<String>> trees) {
        var reader = new ReportReader();
        for (int days : Together.DENSITIES) {
            for (Linked pair : Incidents.collective(
                    series.reports(reader, Math.max(1, days * 2 / FOLDS)), trees, (one, other) -> true)) {
                boolean isOne = series.incident(pair.one()).equals(series.incident(pair.other()));
                if (isOne || Math.floorMod((pair.one() + pair.other()).hashCode(), OF_TWO) == 0) {
                    together.add(new Known(pair.features(), isOne, isOne ? 1 : OF_TWO));
                }
            }
        }
    }

    /** Adds the judged pairs for which some parts are left out: nothing that judges them was fitted to either article. */
    private void addReal(
            Set<Integer> parts,
            Collection<ArticleReport> articles,
            List<LinkSamples.Judged> judged,
            List<List<String>> trees) {
        Map<Set<String>, LinkSamples.Judged> verdicts = judged.stream()
                .filter(pair -> parts.equals(leftOut(part(pair.one()), part(pair.other()))))
                .collect(Collectors.toMap(
                        pair -> Set.of(pair.one(), pair.other()), Function.identity(), (first, other) -> first));
        for (Linked pair :
                Incidents.collective(articles, trees, (one, other) -> verdicts.containsKey(Set.of(one, other)))) {
            LinkSamples.Judged verdict = verdicts.get(Set.of(pair.one(), pair.other()));
            real.add(new Known(pair.features(), verdict.isOne(), verdict.weight()));
        }
    }

    /** The parts of two articles; always two, so that what judges a pair is fitted to as much for all pairs. */
    private static Set<Integer> leftOut(int one, int other) {
        return Set.of(one, one == other ? (one + 1) % FOLDS : other);
    }

    private String table() {
        List<Known> all = Stream.of(written, together, real)
                .flatMap(pairs -> weighed(pairs).stream())
                .toList();
        var rows = new double[all.size()][];
        var isOne = new boolean[all.size()];
        var counts = new double[all.size()];
        for (int i = 0; i < rows.length; i++) {
            Known pair = all.get(i);
            rows[i] = pair.features.stream().mapToDouble(Double::doubleValue).toArray();
            isOne[i] = pair.isOne;
            counts[i] = pair.weight;
        }
        List<String> features = Incidents.collectiveFeatures();
        return BoostedTrees.table(SIZE, features, new int[features.size()], rows, isOne, counts);
    }

    /** The same pairs, with weights that sum to {@link #TOTAL}. */
    private static List<Known> weighed(List<Known> pairs) {
        double all = pairs.stream().mapToDouble(Known::weight).sum();
        return pairs.stream()
                .map(pair -> new Known(pair.features, pair.isOne, TOTAL * pair.weight / all))
                .toList();
    }
}
