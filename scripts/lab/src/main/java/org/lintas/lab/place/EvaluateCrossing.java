package org.lintas.lab.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * {@code is_cross_border} of a corpus of the real articles against articles that readers judged. They were drawn by stratum; each counts as many
 * as it stands for.
 */
public final class EvaluateCrossing {

    /** How many articles with a main topic each stratum has in the corpus from which they were drawn. */
    private static final Map<String, Integer> ARTICLES = Map.of("cross", 941, "foreign", 2_147, "other", 3_276);

    private EvaluateCrossing() {}

    private record Judged(String id, String verdict, String stratum, String use) {}

    /**
     * Prints what is right and what is found.
     *
     * @param args the file of judged articles, and a corpus
     */
    public static void main(String[] args) throws IOException, SQLException {
        if (args.length != 2) {
            System.err.println("usage: scripts/evaluate crossing CORPUS");
            System.exit(2);
        }
        List<Judged> judged = Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> new Judged(row[0], row[1], row[2], row[3]))
                .toList();
        Map<String, Boolean> crossing = crossing(Path.of(args[1]));
        if (judged.stream().noneMatch(one -> crossing.containsKey(one.id))) {
            System.err.println(args[1]
                    + " has none of the judged articles: give a corpus of the articles that they were drawn from");
            System.exit(3);
        }
        Map<String, Long> drawn =
                judged.stream().collect(Collectors.groupingBy(Judged::stratum, Collectors.counting()));
        System.out.println("| | judged | said to cross | right | right or weak | found of those that cross |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (String use : List.of("fit", "held")) {
            print(use, judged.stream().filter(one -> one.use.equals(use)).toList(), crossing, drawn);
        }
    }

    private static Map<String, Boolean> crossing(Path corpus) throws SQLException {
        Map<String, Boolean> crossing = new HashMap<>();
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            database.query(
                            "SELECT article_id, is_cross_border FROM articles",
                            row -> Map.entry(row.getString(1), row.getBoolean(2)))
                    .forEach(row -> crossing.put(row.getKey(), row.getValue()));
        }
        return crossing;
    }

    private static void print(String use, List<Judged> judged, Map<String, Boolean> crossing, Map<String, Long> drawn) {
        List<Judged> said = judged.stream()
                .filter(one -> crossing.getOrDefault(one.id, false))
                .toList();
        double all = weight(said, drawn, one -> true);
        double right = weight(said, drawn, one -> one.verdict.equals("yes"));
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %d | %.2f | %.2f | %.2f |%n",
                use,
                judged.size(),
                said.size(),
                right / all,
                weight(said, drawn, one -> !one.verdict.equals("no")) / all,
                right / weight(judged, drawn, one -> one.verdict.equals("yes")));
    }

    /** How many articles those that match stand for. */
    private static double weight(List<Judged> judged, Map<String, Long> drawn, Predicate<Judged> matches) {
        return judged.stream()
                .filter(matches)
                .mapToDouble(one -> (double) ARTICLES.get(one.stratum) / drawn.get(one.stratum))
                .sum();
    }
}
