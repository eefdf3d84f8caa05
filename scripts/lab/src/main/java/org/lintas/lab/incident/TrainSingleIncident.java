package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.MeaningCentres;
import org.lintas.incident.ReportReader;
import org.lintas.incident.SingleIncident;
import org.lintas.record.ArticleReport;
import org.lintas.text.Language;
import org.lintas.topic.training.Lbfgs;

/**
 * Fits the model that tells whether an article is of one incident, and measures it on others.
 *
 * <p>Usage: {@code TrainSingleIncident CORPUS LABELS MEASURED TABLE}: a corpus of the articles; two folders with {@code LANG.jsonl}: id, and tells, which
 * is incident, affair, round_up or other; the table to be written.
 */
public final class TrainSingleIncident {

    /** Half of what a squared weight costs, beside the minus log likelihood of each article. */
    private static final double PENALTY = 1.0 / 6;

    private static final List<Double> BOUNDS = List.of(.2, .3, .35, .4, .5, .6, .8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAD = """
            # How likely the opening of a report tells of one incident: what is added in any case, then the weight of each dimension of its meaning (a
            # vector of length one), in thousandths of natural logarithms of odds (TrainSingleIncident).
            """;

    private record Labelled(ArticleReport report, boolean isOne) {}

    private TrainSingleIncident() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 4) {
            throw new IllegalArgumentException("usage: TrainSingleIncident CORPUS LABELS MEASURED TABLE");
        }
        Map<String, Boolean> fitted = labels(Path.of(args[1]));
        Map<String, Boolean> measured = labels(Path.of(args[2]));
        List<Labelled> training = new ArrayList<>();
        List<Labelled> others = new ArrayList<>();
        var reader = new ReportReader();
        CorpusDrafts.forEach(
                FinishedCorpus.open("CORPUS", new Layout(args[0])),
                draft -> reader.read(draft).ifPresent(report -> {
                    add(training, report, fitted.get(draft.getRecordId()));
                    add(others, report, measured.get(draft.getRecordId()));
                }));
        SingleIncident model = fit(training);
        Files.writeString(Path.of(args[3]), HEAD + String.join("\n", model.table()) + "\n");
        print("fitted", training, model);
        print("measured", others, model);
    }

    private static Map<String, Boolean> labels(Path folder) throws IOException {
        Map<String, Boolean> labels = new HashMap<>();
        for (Language language : Language.values()) {
            Path file = folder.resolve(language.code() + ".jsonl");
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode label = JSON.readTree(line);
                    if (label.has("tells")) {
                        labels.put(
                                label.path("id").asText(),
                                label.path("tells").asText().equals("incident"));
                    }
                }
            }
        }
        return labels;
    }

    private static void add(List<Labelled> labelled, ArticleReport report, Boolean isOne) {
        if (isOne != null) {
            labelled.add(new Labelled(report, isOne));
        }
    }

    private static SingleIncident fit(List<Labelled> articles) {
        List<double[]> meanings = articles.stream()
                .map(article -> MeaningCentres.unit(article.report.getVector()))
                .toList();
        Lbfgs.Loss loss = (weights, gradient) -> {
            double sum = 0;
            for (int i = 1; i < weights.length; i++) {
                sum += PENALTY * weights[i] * weights[i];
                gradient[i] = 2 * PENALTY * weights[i];
            }
            for (int n = 0; n < meanings.size(); n++) {
                double[] meaning = meanings.get(n);
                double odds = weights[0];
                for (int i = 0; i < meaning.length; i++) {
                    odds += weights[i + 1] * meaning[i];
                }
                double signed = articles.get(n).isOne ? odds : -odds;
                sum += StrictMath.log1p(StrictMath.exp(-signed));
                double slope = (articles.get(n).isOne ? -1 : 1) / (1 + StrictMath.exp(signed));
                gradient[0] += slope;
                for (int i = 0; i < meaning.length; i++) {
                    gradient[i + 1] += slope * meaning[i];
                }
            }
            return sum;
        };
        return new SingleIncident(Lbfgs.minimum(loss, new double[1 + meanings.get(0).length]));
    }

    private static void print(String name, List<Labelled> articles, SingleIncident model) {
        List<Labelled> ranked = articles.stream()
                .sorted(Comparator.comparingDouble(article -> model.probability(article.report.getVector())))
                .toList();
        long ones = articles.stream().filter(Labelled::isOne).count();
        long others = 0;
        double above = 0;
        for (Labelled article : ranked) {
            others += article.isOne ? 0 : 1;
            above += article.isOne ? others : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d reports, %d of one incident, area under the curve %.3f%n",
                name,
                articles.size(),
                ones,
                above / ones / (articles.size() - ones));
        for (double bound : BOUNDS) {
            List<Labelled> likely = articles.stream()
                    .filter(article -> model.probability(article.report.getVector()) >= bound)
                    .toList();
            long right = likely.stream().filter(Labelled::isOne).count();
            System.out.printf(
                    Locale.ROOT,
                    "  from %.2f on: %d, right %.3f, found %.3f%n",
                    bound,
                    likely.size(),
                    (double) right / likely.size(),
                    (double) right / ones);
        }
    }
}
