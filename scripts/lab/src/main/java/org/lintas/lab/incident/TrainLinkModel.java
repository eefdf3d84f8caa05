package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.lintas.incident.Incidents;
import org.lintas.lab.incident.LinkSamples.Sample;
import org.lintas.text.Language;

/**
 * Fits the weights by which it is told how likely two articles are of one incident.
 *
 * <p>Usage: {@code TrainLinkModel WRITTEN ARTICLES CORPUS TABLE}: a folder with {@code dev.jsonl} and {@code pairs.tsv}; a folder with {@code
 * vi.jsonl.gz}; a corpus of its articles; the table to be written. {@code held.jsonl}, the pairs marked {@code measure} and a third of the groups of
 * editors are not read.
 */
public final class TrainLinkModel {

    /** What the samples of each kind count together. */
    private static final Map<String, Double> TOTALS = Map.of("judged", 1000.0, "written", 300.0, "editors", 400.0);

    private static final double PENALTY = 20;

    /** Pairs that were written or that editors grouped are of one incident more often than real ones, whatever they tell: such a set has a weight. */
    private static final List<String> DENSE = List.of("written", "editors");

    private static final double DENSE_PENALTY = 250;

    private static final String HEAD = """
            # What is weighed to tell whether two articles are of one incident: feature, weight. Coefficients of a logistic regression, in natural
            # logarithms of odds, on pairs of articles that were read, that editors grouped and that were written for the purpose (TrainLinkModel).
            """;

    private TrainLinkModel() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("usage: TrainLinkModel WRITTEN ARTICLES CORPUS TABLE");
        }
        var labeller = new Labeller();
        var reader = new LinkSamples();
        List<Sample> samples = new ArrayList<>(reader.judged(Path.of(args[0], "pairs.tsv"), Path.of(args[2])));
        samples.addAll(reader.written(Path.of(args[0], "dev.jsonl"), labeller));
        samples.addAll(reader.editors(Path.of(args[1], Language.VIETNAMESE.code() + ".jsonl.gz"), labeller));
        Files.writeString(Path.of(args[3]), HEAD + table(fit(samples)));
        TOTALS.keySet().stream()
                .sorted()
                .forEach(set -> System.out.printf(
                        "%s: %d pairs, %d of one incident%n",
                        set,
                        samples.stream()
                                .filter(sample -> sample.set().equals(set))
                                .count(),
                        samples.stream()
                                .filter(sample -> sample.set().equals(set) && sample.isOne())
                                .count()));
    }

    private static LogisticFit fit(List<Sample> samples) {
        var rows = new double[samples.size()][];
        var isOne = new boolean[samples.size()];
        var counts = new double[samples.size()];
        for (int i = 0; i < rows.length; i++) {
            Sample sample = samples.get(i);
            rows[i] = DoubleStream.concat(
                            sample.features().stream().mapToDouble(Double::doubleValue),
                            DENSE.stream().mapToDouble(set -> set.equals(sample.set()) ? 1 : 0))
                    .toArray();
            isOne[i] = sample.isOne();
            double all = samples.stream()
                    .filter(other -> other.set().equals(sample.set()))
                    .mapToDouble(Sample::weight)
                    .sum();
            counts[i] = TOTALS.get(sample.set()) * sample.weight() / all;
        }
        double[] penalties = DoubleStream.concat(
                        Incidents.features().stream().mapToDouble(feature -> PENALTY),
                        DENSE.stream().mapToDouble(set -> DENSE_PENALTY))
                .toArray();
        return LogisticFit.of(rows, isOne, counts, penalties);
    }

    private static String table(LogisticFit fit) {
        List<String> names = Incidents.features();
        double[] weights = fit.weights();
        var table = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            table.append(row(names.get(i), weights[i]));
        }
        return table.append(row("INTERCEPT", weights[weights.length - 1])).toString();
    }

    private static String row(String name, double weight) {
        return String.format(Locale.ROOT, "%s\t%.4f%n", name, weight);
    }
}
