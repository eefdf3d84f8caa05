package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.MeaningCentres;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;

/**
 * Writes the mean meaning of reports in each language.
 *
 * <p>Usage: {@code MakeMeaningCentres CORPUS TABLE}: a corpus of real articles in all languages; the table to be written. {@link TrainLinkModel} comes
 * after it, since it weighs pairs by these means.
 */
public final class MakeMeaningCentres {

    private static final String HEAD = """
            # The mean of the meanings (vectors of length one) of openings of reports in each language, in thousandths: language, mean
            # (MakeMeaningCentres).
            """;

    private MakeMeaningCentres() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: MakeMeaningCentres CORPUS TABLE");
        }
        var reader = new ReportReader();
        Map<String, double[]> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        CorpusDrafts.forEach(
                FinishedCorpus.open("CORPUS", new Layout(args[0])),
                draft -> reader.read(draft).ifPresent(report -> add(report, sums, counts)));
        var table = new StringBuilder(HEAD);
        sums.forEach((language, sum) -> table.append(language)
                .append('\t')
                .append(Arrays.stream(sum)
                        .mapToObj(
                                value -> Long.toString(Math.round(MeaningCentres.SCALE * value / counts.get(language))))
                        .collect(Collectors.joining(" ")))
                .append('\n'));
        Files.writeString(Path.of(args[1]), table);
    }

    private static void add(ArticleReport report, Map<String, double[]> sums, Map<String, Integer> counts) {
        double[] meaning = MeaningCentres.unit(report.getVector());
        double[] sum = sums.computeIfAbsent(report.getLanguage(), any -> new double[meaning.length]);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += meaning[i];
        }
        counts.merge(report.getLanguage(), 1, Integer::sum);
    }
}
