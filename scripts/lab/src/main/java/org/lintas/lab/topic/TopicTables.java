package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts judgements against labels and prints them by language, by topic and by confusion. */
final class TopicTables {

    private static final int MAX_CONFUSIONS = 20;

    private record Row(LabelScore main, LabelScore any, LabelScore hasTopic, LabelScore foreign) {
        Row() {
            this(new LabelScore(), new LabelScore(), new LabelScore(), new LabelScore());
        }
    }

    private final Map<String, Row> languages = new TreeMap<>();
    private final Map<String, Row> topics = new TreeMap<>();
    private final Map<String, Integer> articles = new TreeMap<>();
    private final Map<String, Integer> confusions = new TreeMap<>();

    void add(LabelledArticle article, TopicEvaluation.Judgement judgement) {
        Set<String> labelled = union(article.main(), article.mention());
        for (String name : new String[] {article.claimed().code(), "all"}) {
            Row row = languages.computeIfAbsent(name, any -> new Row());
            articles.merge(name, 1, Integer::sum);
            row.main.add(judgement.main(), article.main());
            row.any.add(judgement.any(), labelled);
            row.hasTopic.add(any(judgement.main()), any(article.main()));
            if (judgement.countries() != null) {
                row.foreign.add(foreign(article, judgement.countries()), foreign(article, article.countries()));
            }
        }
        for (String topic : union(judgement.any(), labelled)) {
            Row row = topics.computeIfAbsent(topic, any -> new Row());
            row.main.add(only(topic, judgement.main()), only(topic, article.main()));
            row.any.add(only(topic, judgement.any()), only(topic, labelled));
            String told = grade(topic, article.main(), labelled);
            String found = grade(topic, judgement.main(), judgement.any());
            if (!told.equals(found)) {
                confusions.merge(article.claimed().code() + " " + topic + ": " + told + " → " + found, 1, Integer::sum);
            }
        }
    }

    void print() {
        languages().forEach(System.out::println);
        System.out.printf("%n%-24s %5s  %-18s %-18s%n", "topic", "main", "F1 main (P/R)", "main or mention");
        topics.forEach((topic, row) ->
                System.out.printf("%-24s %5d  %-18s %-18s%n", topic, row.main.labelled(), row.main, row.any));
        System.out.printf("%nWorst confusions, labelled → found%n");
        confusions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_CONFUSIONS)
                .forEach(confusion -> System.out.printf("%4d %s%n", confusion.getValue(), confusion.getKey()));
    }

    /** Scores by language, with a head. */
    List<String> languages() {
        var lines = new ArrayList<String>();
        lines.add("lang   read  main  F1 main (P/R)      main or mention    any main topic     foreign countries");
        languages.forEach((language, row) -> lines.add(String.format(
                "%-5s %5d %5d  %-18s %-18s %-18s %s",
                language,
                articles.get(language),
                row.main.labelled(),
                row.main,
                row.any,
                row.hasTopic,
                row.foreign.labelled() == 0 ? "–" : row.foreign)));
        return lines;
    }

    private static String grade(String topic, Set<String> main, Set<String> any) {
        return main.contains(topic) ? "main" : any.contains(topic) ? "mention" : "none";
    }

    private static Set<String> foreign(LabelledArticle article, Set<String> countries) {
        Optional<String> home = article.language().home();
        var foreign = new HashSet<>(countries);
        home.ifPresent(foreign::remove);
        return foreign;
    }

    private static Set<String> only(String topic, Set<String> topics) {
        return topics.contains(topic) ? Set.of(topic) : Set.of();
    }

    private static Set<String> any(Set<String> topics) {
        return topics.isEmpty() ? Set.of() : Set.of("any");
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        var union = new TreeSet<>(a);
        union.addAll(b);
        return union;
    }
}
