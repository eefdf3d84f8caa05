package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.Meaning;
import org.lintas.incident.MeaningCentres;
import org.lintas.incident.ReportVectors;
import org.lintas.text.Language;
import org.lintas.topic.passage.TokenVectors;

/**
 * Writes the mean meaning of each part of articles in each language.
 *
 * <p>Usage: {@code MakeMeaningCentres CORPUS TABLE}: a corpus of real articles in all languages; the table to be written. {@link TrainLinkModel} comes
 * after it, since it weighs pairs by these means.
 */
public final class MakeMeaningCentres {

    private static final String HEAD = """
            # The mean of the meanings (vectors of length one) of a part of the articles in each language, in thousandths: language, part, mean
            # (MakeMeaningCentres).
            """;

    private MakeMeaningCentres() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: MakeMeaningCentres CORPUS TABLE");
        }
        var vectors = new ReportVectors(TokenVectors.load());
        Map<List<String>, double[]> sums = new HashMap<>();
        Map<List<String>, Integer> counts = new HashMap<>();
        CorpusDrafts.forEach(
                FinishedCorpus.open("CORPUS", new Layout(args[0])),
                draft -> Language.of(draft.getLanguage())
                        .map(language -> vectors.of(
                                language, Optional.ofNullable(draft.getTitle()).orElse(""), draft.getText()))
                        .ifPresent(parts -> add(draft.getLanguage(), parts, sums, counts)));
        var rows = new TreeSet<String>();
        sums.forEach((key, sum) -> rows.add(String.join("\t", key) + "\t"
                + Arrays.stream(sum)
                        .mapToObj(value -> Long.toString(Math.round(MeaningCentres.SCALE * value / counts.get(key))))
                        .collect(Collectors.joining(" "))
                + "\n"));
        Files.writeString(Path.of(args[1]), HEAD + String.join("", rows));
    }

    private static void add(
            String language,
            Map<Meaning, ByteBuffer> parts,
            Map<List<String>, double[]> sums,
            Map<List<String>, Integer> counts) {
        parts.forEach((part, vector) -> {
            double[] meaning = MeaningCentres.unit(vector);
            List<String> key = List.of(language, part.name());
            double[] sum = sums.computeIfAbsent(key, any -> new double[meaning.length]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += meaning[i];
            }
            counts.merge(key, 1, Integer::sum);
        });
    }
}
