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
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.incident.EventFacts;
import org.lintas.incident.fact.FactFeatures;
import org.lintas.incident.fact.FactModel;
import org.lintas.record.Draft;
import org.lintas.topic.passage.TokenVectors;
import org.lintas.topic.training.Lbfgs;

/**
 * Fits the models that tell whether an article tells of one event, and which of its days, places and figures are those of that event, and measures them on
 * articles kept apart. Also the trees that see all figures of an article.
 *
 * <p>Usage: {@code TrainFactModels EVALUATION TRAINING LABELS TEXTS MEASURED CORPUS FOLDER}: a folder with {@code facts.tsv}, facts that readers judged (article,
 * kind of fact, where it stands, value, verdict, and fit or measure), and {@code dev.jsonl}, written reports, which are fitted, too; one with more written
 * reports, to whose figures the model of totals is fitted; a folder with {@code LANG.jsonl}: id, and tells, which is incident, affair, round_up or other; one with written texts and
 * their genres; another one with tells, to be measured; a corpus of the articles; where the models are written.
 */
public final class TrainFactModels {

    /** What a squared weight costs, beside the minus log likelihood of each fact. */
    private static final double PENALTY = 1.6;

    private static final int FOLDS = 5;

    private static final List<Double> BOUNDS = List.of(.2, .25, .3, .35, .4, .43, .47, .5, .55, .6, .7, .8, .9, .95);

    /** Key of whether an article tells of one event. */
    private static final String ONE = String.join("\t", "one", "0", "-");

    private static final String FIGURE = "figure\t";

    /**
     * A fact that was judged.
     *
     * @param verdict 1, p, 0 or another one of {@code facts.tsv}
     * @param isFitted whether models are fitted to it, not measured on it
     * @param weight how much it counts among those that models are fitted to
     */
    record Fact(
            String article, String language, FactFeatures features, String verdict, boolean isFitted, double weight) {

        Fact(Draft draft, FactFeatures features, String verdict, boolean isFitted) {
            this(draft.getArticleId(), draft.getLanguage(), features, verdict, isFitted, 1);
        }
    }

    private TrainFactModels() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 7) {
            throw new IllegalArgumentException(
                    "usage: TrainFactModels EVALUATION TRAINING LABELS TEXTS MEASURED CORPUS FOLDER");
        }
        var labeller = new Labeller();
        List<Written> written = Written.read(Path.of(args[0], "dev.jsonl"), labeller);
        List<Written> series = Written.readFolder(Path.of(args[1]), labeller);
        var training = new WrittenFacts(series);
        Events events = Events.read(
                Path.of(args[0], "pairs.tsv"),
                Stream.concat(written.stream(), series.stream()).toList());
        FinishedCorpus corpus = FinishedCorpus.open("CORPUS", new Layout(args[5]));
        String folder = args[6];
        List<WholeTrees.Article> articles = new ArrayList<>();
        Map<String, List<Fact>> facts = facts(Path.of(args[0], "facts.tsv"), corpus, written, articles);
        facts.get("one").addAll(SingleEvents.labelled(Path.of(args[2]), corpus, true));
        facts.get("one").addAll(SingleEvents.reports(written));
        facts.get("one").addAll(SingleEvents.texts(Path.of(args[3])));
        List<Fact> unsure = SingleEvents.labelled(Path.of(args[4]), corpus, false);
        facts.get("day").addAll(new WrittenFacts(written).days());
        train("day", facts.get("day"), verdict -> verdict.equals("1"), folder);
        train("place", facts.get("place"), verdict -> verdict.equals("1"), folder);
        FactModel any = train("figure", facts.get("figure"), verdict -> !verdict.equals("0"), folder);
        List<Fact> judged = List.copyOf(facts.get("figure"));
        facts.get("figure").addAll(training.figures());
        FactModel whole = train("whole", facts.get("figure"), verdict -> verdict.equals("1"), folder);
        trainTrees(events, judged, facts.get("figure"), articles, any, whole, folder);
        FactModel single =
                train("single", SingleEvents.balanced(facts.get("one")), verdict -> verdict.equals("1"), folder);
        print("single, " + args[4], probabilities(unsure, single), verdict -> verdict.equals("1"));
        train("follow_up", facts.get("article"), verdict -> verdict.equals("c"), folder);
    }

    /** Trains the trees that see all figures of an article, and measures them on articles kept apart. */
    private static void trainTrees(
            Events events,
            List<Fact> judged,
            List<Fact> all,
            List<WholeTrees.Article> articles,
            FactModel any,
            FactModel whole,
            String folder)
            throws IOException {
        Set<String> apart = judged.stream()
                .filter(fact -> !fact.isFitted)
                .map(Fact::article)
                .collect(Collectors.toSet());
        Map<Boolean, List<WholeTrees.Article>> parts =
                articles.stream().collect(Collectors.partitioningBy(article -> apart.contains(article.id())));
        String table = new WholeTrees(
                        events,
                        judged.stream().filter(Fact::isFitted).toList(),
                        all.stream().filter(Fact::isFitted).toList())
                .table(parts.get(false));
        Files.writeString(Path.of(folder, "whole_trees.tsv"), table);
        Set<String> fitted = all.stream()
                .filter(Fact::isFitted)
                .map(fact -> events.of(fact.article))
                .collect(Collectors.toSet());
        List<WholeTrees.Article> fresh = parts.get(true).stream()
                .filter(article -> !fitted.contains(events.of(article.id())))
                .toList();
        Set<String> freshIds = fresh.stream().map(WholeTrees.Article::id).collect(Collectors.toSet());
        Predicate<String> isRight = verdict -> verdict.equals("1");
        print("whole, with trees, kept apart", WholeTrees.probabilities(table, parts.get(true), whole, any), isRight);
        print(
                "whole, kept apart, of events that nothing was fitted to",
                probabilities(
                        judged.stream()
                                .filter(fact -> !fact.isFitted && freshIds.contains(fact.article))
                                .toList(),
                        whole),
                isRight);
        print(
                "whole, with trees, kept apart, of events that nothing was fitted to",
                WholeTrees.probabilities(table, fresh, whole, any),
                isRight);
    }

    private static Map<String, List<Fact>> facts(
            Path judged, FinishedCorpus corpus, List<Written> written, List<WholeTrees.Article> articles)
            throws IOException {
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
        Consumer<Draft> read = draft -> {
            if (!judgedArticles.contains(draft.getArticleId())) {
                return;
            }
            Map<String, FactFeatures> features = reader.features(draft);
            List<FactFeatures> figures = new ArrayList<>();
            List<String> ofFigures = new ArrayList<>();
            features.forEach((key, ofFact) -> {
                if (key.startsWith(FIGURE)) {
                    String[] row = verdicts.get(draft.getArticleId() + "\t" + key);
                    figures.add(ofFact);
                    ofFigures.add(row == null ? "" : row[4]);
                }
            });
            articles.add(new WholeTrees.Article(draft.getArticleId(), reader.wholeFeatures(draft), figures, ofFigures));
            features.put(ONE, features.get(EventFacts.ARTICLE));
            features.forEach((key, ofFact) -> {
                String[] row = verdicts.remove(draft.getArticleId() + "\t" + key);
                if (row != null) {
                    facts.computeIfAbsent(row[1], any -> new ArrayList<>())
                            .add(new Fact(draft, ofFact, row[4], row[5].equals("fit")));
                }
            });
        };
        CorpusDrafts.forEach(corpus, read);
        written.stream().map(Written::draft).forEach(read);
        System.out.println(verdicts.size() + " judged facts are not found any more");
        return facts;
    }

    private static FactModel train(String name, List<Fact> facts, Predicate<String> isRight, String folder)
            throws IOException {
        List<Fact> fitted = facts.stream().filter(Fact::isFitted).toList();
        Map<Fact, Double> probabilities = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Map<Boolean, List<Fact>> parts = fitted.stream()
                    .collect(Collectors.partitioningBy(fact -> Math.floorMod(fact.article.hashCode(), FOLDS) == left));
            probabilities.putAll(probabilities(parts.get(true), fit(parts.get(false), isRight)));
        }
        print(name + ", cross-validation", probabilities, isRight);
        FactModel model = fit(fitted, isRight);
        try (OutputStream out = Files.newOutputStream(Path.of(folder, name + ".model"))) {
            model.write(out);
        }
        print(
                name + ", kept apart",
                probabilities(facts.stream().filter(fact -> !fact.isFitted).toList(), model),
                isRight);
        return model;
    }

    private static Map<Fact, Double> probabilities(List<Fact> facts, FactModel model) {
        Map<Fact, Double> probabilities = new LinkedHashMap<>();
        facts.forEach(fact -> probabilities.put(fact, model.probability(fact.features)));
        return probabilities;
    }

    static FactModel fit(List<Fact> facts, Predicate<String> isRight) {
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
                        loss += fact.weight * (Math.max(odds, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(odds))));
                        fact.features.addTo(gradient, fact.weight * sign / (1 + StrictMath.exp(-odds)));
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
                "%s: %d facts, %d right, area under the curve %.3f, log loss %.3f%n",
                name,
                ranked.size(),
                rights,
                above / rights / (ranked.size() - rights),
                ranked.stream()
                        .mapToDouble(fact ->
                                isRight.test(fact.verdict) ? probabilities.get(fact) : 1 - probabilities.get(fact))
                        .map(probability -> -Math.log(probability))
                        .average()
                        .orElse(0));
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
