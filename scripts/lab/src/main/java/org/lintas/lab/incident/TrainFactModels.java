package org.lintas.lab.incident;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.EventFacts;
import org.lintas.incident.fact.FactFeatures;
import org.lintas.incident.fact.FactModel;
import org.lintas.topic.passage.TokenVectors;
import org.lintas.topic.training.Lbfgs;

/**
 * Fits the models that tell which days, places and figures of an article are those of its event, and measures them on articles kept apart.
 *
 * <p>Usage: {@code TrainFactModels EVALUATION CORPUS FOLDER}: a folder with {@code facts.tsv}, facts that readers judged (article, kind of fact, where it
 * stands, value, verdict, and fit or measure), and {@code dev.jsonl}, written reports, of which the days are fitted, too; a corpus of the articles; where the
 * models are written.
 */
public final class TrainFactModels {

    /** What a squared weight costs, beside the minus log likelihood of each fact. */
    private static final double PENALTY = 1.6;

    private static final int FOLDS = 5;

    private static final List<Double> BOUNDS = List.of(.2, .25, .3, .35, .4, .45, .5, .55, .6, .7, .8);

    private record Fact(String article, FactFeatures features, String verdict, boolean isFitted) {}

    private TrainFactModels() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("usage: TrainFactModels EVALUATION CORPUS FOLDER");
        }
        Map<String, List<Fact>> facts = facts(Path.of(args[0], "facts.tsv"), args[1]);
        facts.get("day").addAll(written(Path.of(args[0], "dev.jsonl")));
        train("day", facts.get("day"), verdict -> verdict.equals("1"), args[2]);
        train("place", facts.get("place"), verdict -> verdict.equals("1"), args[2]);
        train("figure", facts.get("figure"), verdict -> !verdict.equals("0"), args[2]);
        train("whole", facts.get("figure"), verdict -> verdict.equals("1"), args[2]);
        train("follow_up", facts.get("article"), verdict -> verdict.equals("c"), args[2]);
    }

    private static Map<String, List<Fact>> facts(Path judged, String corpus) throws IOException {
        Map<String, String[]> verdicts = new HashMap<>();
        for (String line : Files.readAllLines(judged, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                String[] row = line.split("\t");
                verdicts.put(String.join("\t", row[0], row[1], row[2], row[3]), row);
            }
        }
        Set<String> judgedArticles =
                verdicts.values().stream().map(row -> row[0]).collect(Collectors.toSet());
        Map<String, List<Fact>> facts = new TreeMap<>();
        var reader = new EventFacts(TokenVectors.load());
        CorpusDrafts.forEach(FinishedCorpus.open("CORPUS", new Layout(corpus)), draft -> {
            if (!judgedArticles.contains(draft.getArticleId())) {
                return;
            }
            reader.features(draft).forEach((key, features) -> {
                String[] row = verdicts.remove(draft.getArticleId() + "\t" + key);
                if (row != null) {
                    facts.computeIfAbsent(row[1], any -> new ArrayList<>())
                            .add(new Fact(row[0], features, row[4], row[5].equals("fit")));
                }
            });
        });
        System.out.println(verdicts.size() + " judged facts are not found any more");
        return facts;
    }

    /** The days of written reports of incidents. */
    private static List<Fact> written(Path file) throws IOException {
        var reader = new EventFacts(TokenVectors.load());
        List<Fact> facts = new ArrayList<>();
        for (Written written : Written.read(file, new Labeller())) {
            if (written.isOfIncident() && !written.role().equals("mention")) {
                reader.features(written.draft()).forEach((key, features) -> {
                    String[] columns = key.split("\t");
                    if (columns[0].equals("day")) {
                        String verdict = columns[2].equals(written.day()) ? "1" : "0";
                        facts.add(new Fact(written.draft().getArticleId(), features, verdict, true));
                    }
                });
            }
        }
        return facts;
    }

    private static void train(String name, List<Fact> facts, Predicate<String> isRight, String folder)
            throws IOException {
        List<Fact> fitted = facts.stream().filter(Fact::isFitted).toList();
        Map<Fact, Double> probabilities = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Map<Boolean, List<Fact>> parts = fitted.stream()
                    .collect(Collectors.partitioningBy(fact -> Math.floorMod(fact.article.hashCode(), FOLDS) == left));
            FactModel model = fit(parts.get(false), isRight);
            parts.get(true).forEach(fact -> probabilities.put(fact, model.probability(fact.features)));
        }
        print(name + ", cross-validation", probabilities, isRight);
        FactModel model = fit(fitted, isRight);
        try (OutputStream out = Files.newOutputStream(Path.of(folder, name + ".model"))) {
            model.write(out);
        }
        print(
                name + ", kept apart",
                facts.stream()
                        .filter(fact -> !fact.isFitted)
                        .collect(Collectors.toMap(
                                fact -> fact,
                                fact -> model.probability(fact.features),
                                (one, other) -> one,
                                LinkedHashMap::new)),
                isRight);
    }

    private static FactModel fit(List<Fact> facts, Predicate<String> isRight) {
        int size = FactFeatures.size(TokenVectors.load().dimensions());
        return new FactModel(Lbfgs.minimum(
                (weights, gradient) -> {
                    double loss = 0;
                    for (int i = 0; i < weights.length; i++) {
                        double penalty = i == weights.length - 1 ? 0 : PENALTY;
                        loss += penalty * weights[i] * weights[i];
                        gradient[i] = 2 * penalty * weights[i];
                    }
                    for (Fact fact : facts) {
                        double sign = isRight.test(fact.verdict) ? -1 : 1;
                        double odds = sign * fact.features.sum(weights);
                        loss += Math.max(odds, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(odds)));
                        fact.features.addTo(gradient, sign / (1 + StrictMath.exp(-odds)));
                    }
                    return loss;
                },
                new double[size]));
    }

    private static void print(String name, Map<Fact, Double> probabilities, Predicate<String> isRight) {
        List<Fact> ranked = probabilities.keySet().stream()
                .sorted(Comparator.comparingDouble(probabilities::get))
                .toList();
        long rights = ranked.stream().filter(fact -> isRight.test(fact.verdict)).count();
        long wrongs = 0;
        double above = 0;
        for (Fact fact : ranked) {
            boolean right = isRight.test(fact.verdict);
            wrongs += right ? 0 : 1;
            above += right ? wrongs : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d facts, %d right, area under the curve %.3f%n",
                name,
                ranked.size(),
                rights,
                above / rights / (ranked.size() - rights));
        Map<String, Fact> best = new HashMap<>();
        for (Fact fact : ranked) {
            best.put(fact.article, fact);
        }
        long articles = ranked.stream()
                .filter(fact -> isRight.test(fact.verdict))
                .map(Fact::article)
                .distinct()
                .count();
        for (double bound : BOUNDS) {
            List<Fact> likely = ranked.stream()
                    .filter(fact -> probabilities.get(fact) >= bound)
                    .toList();
            List<Fact> chosen = best.values().stream()
                    .filter(fact -> probabilities.get(fact) >= bound)
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "  from %.2f on: %4d, right %.3f, found %.3f; likeliest of each article: %4d, right %.3f, found %.3f%n",
                    bound,
                    likely.size(),
                    share(likely, isRight, likely.size()),
                    share(likely, isRight, rights),
                    chosen.size(),
                    share(chosen, isRight, chosen.size()),
                    share(chosen, isRight, articles));
        }
    }

    private static double share(List<Fact> facts, Predicate<String> isRight, long of) {
        return (double) facts.stream()
                        .filter(fact -> isRight.test(fact.verdict))
                        .count()
                / of;
    }
}
