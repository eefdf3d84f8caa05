package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.incident.Incidents;
import org.lintas.lab.incident.LinkSamples.Sample;
import org.lintas.text.Language;

/**
 * Fits the trees that tell how likely two articles are of one incident.
 *
 * <p>Usage: {@code TrainLinkModel WRITTEN SERIES ARTICLES CORPUS TABLE}: a folder with {@code dev.jsonl} and {@code pairs.tsv}; a folder of more written reports, {@code
 * *.jsonl}, of which those of a file are compared with each other; a folder with {@code vi.jsonl.gz}; a corpus of its articles; the table to be written. {@code
 * held*.jsonl}, the pairs marked {@code measure} and a third of the groups of editors are not read.
 */
public final class TrainLinkModel {

    /** What the samples of each kind count together. */
    private static final Map<String, Double> TOTALS = Map.of("judged", 8000.0, "written", 8000.0, "editors", 1500.0);

    /**
     * What both tell makes it never less likely. Sums of weights and likenesses of meaning are left free: they depend on each other, and trees that
     * are held to one direction of each tell fresh reports worse.
     */
    private static final Set<String> RISING = Set.of(
            "EVENT_PLACE_SAME",
            "OWN_NAME",
            "FIGURES_SHARE",
            "NUMBERS_SHARE",
            "SAME_TOWN",
            "SAME_GOODS",
            "SAME_SITE",
            "SAME_PEOPLE",
            "SAME_NATION");

    /** What differs, and what no incident is, makes it never more likely. */
    private static final Set<String> FALLING = Set.of(
            "DAYS_DIFFER",
            "NAMES_DIFFER",
            "EVENT_PLACE_DIFFERS",
            "OTHER_TOWN",
            "FIRST_TOWN_DIFFERS",
            "FIGURES_DIFFER",
            "GOODS_DIFFER",
            "OTHER_GOODS",
            "OTHER_SITE",
            "OTHER_NATION",
            "AFFAIR_NAMES",
            "STATEMENTS",
            "OVERVIEWS");

    private static final BoostedTrees.Size SIZE = new BoostedTrees.Size(800, 16, .06);

    private static final String HEAD = """
            # What tells whether two articles are of one incident, in natural logarithms of odds: the sum of START and of one leaf of each tree, fitted to
            # pairs of articles that were read, that editors grouped and that were written for the purpose (TrainLinkModel). A node: feature, bound, how
            # many rows further the part for values beyond the bound begins; the next row is for those up to it. A leaf: LEAF, what it adds.
            """;

    private TrainLinkModel() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            throw new IllegalArgumentException("usage: TrainLinkModel WRITTEN SERIES ARTICLES CORPUS TABLE");
        }
        List<Sample> samples = samples(args, new Labeller());
        Files.writeString(Path.of(args[4]), HEAD + table(SIZE, samples));
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

    /** The pairs that are fitted to, of the first four arguments. */
    static List<Sample> samples(String[] args, Labeller labeller) throws IOException {
        var reader = new LinkSamples();
        List<Sample> samples = new ArrayList<>(LinkSamples.judged(Path.of(args[0], "pairs.tsv"), Path.of(args[3])));
        for (Path file : series(args)) {
            samples.addAll(reader.written(Written.read(file, labeller)));
        }
        samples.addAll(reader.editors(Path.of(args[2], Language.VIETNAMESE.code() + ".jsonl.gz"), labeller));
        return samples;
    }

    /** The files of written reports that are fitted to, of the first two arguments. */
    static List<Path> series(String[] args) throws IOException {
        List<Path> series = new ArrayList<>(List.of(Path.of(args[0], "dev.jsonl")));
        series.addAll(Written.files(Path.of(args[1])));
        return series;
    }

    /** The table of trees that are fitted to samples. */
    static String table(BoostedTrees.Size size, List<Sample> samples) {
        var rows = new double[samples.size()][];
        var isOne = new boolean[samples.size()];
        var counts = new double[samples.size()];
        Map<String, Double> weights =
                samples.stream().collect(Collectors.groupingBy(Sample::set, Collectors.summingDouble(Sample::weight)));
        for (int i = 0; i < rows.length; i++) {
            Sample sample = samples.get(i);
            rows[i] =
                    sample.features().stream().mapToDouble(Double::doubleValue).toArray();
            isOne[i] = sample.isOne();
            counts[i] = TOTALS.get(sample.set()) * sample.weight() / weights.get(sample.set());
        }
        int[] directions = Incidents.features().stream()
                .mapToInt(feature -> RISING.contains(feature) ? 1 : FALLING.contains(feature) ? -1 : 0)
                .toArray();
        return BoostedTrees.table(size, Incidents.features(), directions, rows, isOne, counts);
    }
}
