package org.lintas.cli;

import java.io.IOError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.PartReader;
import org.lintas.dataset.PartRows;
import org.lintas.dataset.StoredPart;
import org.lintas.record.PartFile;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.Correction;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;
import org.lintas.topic.TopicClassifier;
import org.lintas.topic.TopicUpdate;
import org.lintas.topic.training.ArticleFolds;
import org.lintas.topic.training.Example;
import org.lintas.topic.training.Examples;

/**
 * What readers decided on topics, with the texts of a corpus.
 *
 * @param examples what can be learned from
 * @param undecided topics of some other articles that the models do not give
 * @param articles number of articles that these are of
 * @param others numbers of the other decisions, by why they are left out
 */
record DecidedArticles(List<Example> examples, List<Example> undecided, int articles, Map<String, Long> others) {

    private static final String ID = "article_id";

    /** Undecided articles of each language that are looked at: those whose ids, which are digests, come first. */
    private static final int OTHERS = 2_000;

    DecidedArticles {
        examples = List.copyOf(examples);
        undecided = List.copyOf(undecided);
        others = new LinkedHashMap<>(others);
    }

    /**
     * Reads the articles.
     *
     * @param classifier grades them as before the training
     * @param update what was learned before
     */
    static DecidedArticles of(
            FinishedCorpus corpus, CorrectionList corrections, TopicClassifier classifier, TopicUpdate update) {
        Map<String, Long> others = new LinkedHashMap<>(corrections.others());
        List<Correction> decisions = new ArrayList<>(corrections.applied().list());
        Set<String> none = corrections.applied().notArticles();
        leave(others, decisions, "of what is no article", one -> none.contains(one.getArticleId()));
        leave(others, decisions, "of countries", one -> one.getField() != CorrectedField.topic);
        leave(others, decisions, "of articles that --model was trained with", one -> update.knows(one.getArticleId()));
        Map<String, Map<String, Optional<Grade>>> decided = decisions.stream()
                .collect(Collectors.groupingBy(
                        Correction::getArticleId, Collectors.toMap(Correction::getValue, DecidedArticles::grade)));
        try {
            Map<String, Integer> folds = folds(corpus, decided.keySet());
            leave(others, decisions, "of articles in other languages", one -> !folds.containsKey(one.getArticleId()));
            var maker = new Examples(classifier, update);
            Set<String> undecided = undecided(corpus, folds.keySet());
            Set<String> topics = decisions.stream().map(Correction::getValue).collect(Collectors.toSet());
            var examples = new ArrayList<Example>();
            var notGiven = new ArrayList<Example>();
            read(corpus, Dataset.ARTICLES, List.of(ID, "language", "title", "text"), row -> {
                String id = row.get(ID).toString();
                Optional<Language> language = Language.of(text(row, "language"));
                String title = text(row, "title");
                if (folds.containsKey(id)) {
                    examples.addAll(maker.of(
                            id, language.orElseThrow(), title, text(row, "text"), folds.get(id), decided.get(id)));
                } else if (undecided.contains(id)) {
                    notGiven.addAll(maker.notGiven(id, language.orElseThrow(), title, text(row, "text"), topics));
                }
            });
            count(
                    others,
                    "that a topic is absent of which the article has no sign",
                    decisions.size() - examples.size());
            return new DecidedArticles(examples, notGiven, folds.size(), others);
        } catch (IOException | IOError e) {
            throw Failures.of("reading " + corpus.layout().root(), e);
        }
    }

    private static Optional<Grade> grade(Correction decision) {
        return switch (decision.getGrade()) {
            case main -> Optional.of(Grade.main);
            case mention -> Optional.of(Grade.mention);
            case none -> Optional.empty();
        };
    }

    private static void leave(
            Map<String, Long> others, List<Correction> decisions, String why, Predicate<Correction> left) {
        int all = decisions.size();
        decisions.removeIf(left);
        count(others, why, all - decisions.size());
    }

    private static void count(Map<String, Long> others, String why, long number) {
        if (number > 0) {
            others.put(why, number);
        }
    }

    /** Folds of the articles that are in a language with topics: articles that tell the same are in one. */
    private static Map<String, Integer> folds(FinishedCorpus corpus, Set<String> ids) throws IOException {
        var folds = new ArticleFolds();
        Set<String> known = new HashSet<>();
        read(corpus, Dataset.ARTICLES, List.of(ID, "language", "text", "cluster_id"), row -> {
            String id = row.get(ID).toString();
            if (ids.contains(id) && Language.of(text(row, "language")).isPresent()) {
                known.add(id);
                folds.add(id, text(row, "text"));
                folds.together(id, "cluster " + text(row, "cluster_id"));
            }
        });
        read(corpus, Dataset.INCIDENT_ARTICLES, List.of(ID, "incident_id"), row -> {
            String id = row.get(ID).toString();
            if (known.contains(id)) {
                folds.together(id, "incident " + text(row, "incident_id"));
            }
        });
        return folds.folds();
    }

    /** Some other articles in the languages of those that readers decided on. */
    private static Set<String> undecided(FinishedCorpus corpus, Set<String> decided) throws IOException {
        Map<Language, TreeSet<String>> first = new TreeMap<>();
        Set<Language> languages = new TreeSet<>();
        read(corpus, Dataset.ARTICLES, List.of(ID, "language"), row -> {
            String id = row.get(ID).toString();
            Optional<Language> language = Language.of(text(row, "language"));
            if (decided.contains(id)) {
                languages.add(language.orElseThrow());
            } else if (language.isPresent()) {
                TreeSet<String> ids = first.computeIfAbsent(language.get(), any -> new TreeSet<>());
                ids.add(id);
                if (ids.size() > OTHERS) {
                    ids.pollLast();
                }
            }
        });
        first.keySet().retainAll(languages);
        return first.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static String text(GenericRecord row, String column) {
        return Optional.ofNullable(row.get(column)).map(Object::toString).orElse("");
    }

    private static void read(FinishedCorpus corpus, Dataset dataset, List<String> columns, Consumer<GenericRecord> each)
            throws IOException {
        for (PartFile file : corpus.files().of(dataset)) {
            try (PartRows<GenericRecord> rows = PartReader.project(dataset, StoredPart.of(file), columns)) {
                for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                    each.accept(row);
                }
            }
        }
    }

    /** Number of decisions on topics that the models grade. */
    long graded() {
        return examples.stream().filter(example -> example.found().isPresent()).count();
    }

    /** The articles that a model knows after the training, as {@link TopicUpdate} holds them. */
    long[] ids(TopicUpdate before) {
        return LongStream.concat(
                        LongStream.of(before.articles()),
                        examples.stream().map(Example::article).mapToLong(TopicUpdate::beginning))
                .sorted()
                .distinct()
                .toArray();
    }

    /** One line that says what there is to learn from, and one for what is left out. */
    String summary() {
        var lines = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d decisions on topics of %,d articles; %,d of them are of topics that the model grades there%n",
                examples.size(),
                articles,
                graded()));
        if (!others.isEmpty()) {
            lines.append(others.entrySet().stream()
                    .map(other -> String.format(Locale.ROOT, "%,d %s", other.getValue(), other.getKey()))
                    .collect(Collectors.joining(", ", "left out: ", "\n")));
        }
        return lines.toString();
    }
}
