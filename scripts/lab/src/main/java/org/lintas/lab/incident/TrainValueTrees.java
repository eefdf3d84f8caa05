package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.Incidents;
import org.lintas.incident.fact.RegressionTrees;
import org.lintas.record.ArticleReport;

/**
 * Fits the trees that tell which of the values that the articles of an incident tell counts all that happened.
 *
 * <p>Usage: {@code TrainValueTrees WRITTEN SERIES CORPUS TABLE}: a folder with {@code dev.jsonl}; a folder of more written reports, {@code *.jsonl}, and {@code
 * values.tsv}, what readers read in these and in real articles; a corpus of the real ones; the table to be written.
 */
public final class TrainValueTrees {

    private static final BoostedTrees.Size SIZE = new BoostedTrees.Size(120, 6, .05);

    private static final int FOLDS = 5;

    private static final String HEAD = """
            # What tells whether a value counts all that happened in an incident when the others that its articles tell are known, in natural logarithms of odds: the sum
            # of START and of one leaf of each tree, fitted to what readers read (TrainValueTrees). A node: feature, bound, how many rows further the part for values
            # beyond the bound begins; the next row is for those up to it. A leaf: LEAF, what it adds.
            """;

    /** The values of a subject in an incident: what is weighed of each, and whether it is right. */
    private record Sample(String incident, List<double[]> features, List<Boolean> areRight) {}

    private TrainValueTrees() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("usage: TrainValueTrees WRITTEN SERIES CORPUS TABLE");
        }
        ReadValues read = ReadValues.read(Path.of(args[1], "values.tsv"));
        var labeller = new Labeller();
        for (Path file : TrainLinkModel.series(args)) {
            Written.read(file, labeller).forEach(written -> read.add(written.draft()));
        }
        CorpusDrafts.forEach(FinishedCorpus.open("CORPUS", new Layout(args[2])), read::add);
        List<Sample> samples = new ArrayList<>();
        int missing = 0;
        for (ReadValues.Row row : read.rows()) {
            List<ArticleReport> reports = read.reports(row);
            List<Incidents.WeighedValue> values = Incidents.values(reports, row.subject(), row.unit());
            if (reports.size() < row.articles().size()) {
                missing++;
            } else if (!values.isEmpty()) {
                samples.add(new Sample(
                        row.articles().get(0),
                        values.stream()
                                .map(value -> value.features().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray())
                                .toList(),
                        values.stream().map(value -> row.isRight(value.value())).toList()));
            }
        }
        System.out.println(missing + " figures are of articles that are not read any more");
        int told = 0;
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            var trees = new RegressionTrees(
                    Incidents.valueFeatures(),
                    BoostedTrees.rows(table(samples.stream()
                            .filter(sample -> part(sample) != left)
                            .toList())));
            for (Sample sample : samples) {
                if (part(sample) == left) {
                    told += sample.areRight.contains(true) ? 1 : 0;
                    right += sample.areRight.get(likeliest(trees, sample.features)) ? 1 : 0;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d figures of which several values are told, a right one of %d; in cross-validation the likeliest is right of %d%n",
                samples.size(),
                told,
                right);
        Files.writeString(Path.of(args[3]), HEAD + table(samples));
    }

    private static int part(Sample sample) {
        return Math.floorMod(sample.incident.hashCode(), FOLDS);
    }

    private static int likeliest(RegressionTrees trees, List<double[]> features) {
        int best = 0;
        for (int i = 1; i < features.size(); i++) {
            best = trees.odds(features.get(i)) > trees.odds(features.get(best)) ? i : best;
        }
        return best;
    }

    private static String table(List<Sample> samples) {
        double[][] rows =
                samples.stream().flatMap(sample -> sample.features.stream()).toArray(double[][]::new);
        List<Boolean> areRight =
                samples.stream().flatMap(sample -> sample.areRight.stream()).toList();
        var isOne = new boolean[rows.length];
        var counts = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            isOne[i] = areRight.get(i);
            counts[i] = 1;
        }
        List<String> features = Incidents.valueFeatures();
        return BoostedTrees.table(SIZE, features, new int[features.size()], rows, isOne, counts);
    }
}
