package org.lintas.lab.place;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.lab.place.JudgedArticles.Judged;
import org.lintas.lab.place.JudgedArticles.Score;

/** {@code is_cross_border} of a corpus of the real articles against articles that readers judged. */
public final class EvaluateCrossing {

    private EvaluateCrossing() {}

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
        JudgedArticles judged = JudgedArticles.read(Path.of(args[0]));
        Map<String, Boolean> crossing = crossing(Path.of(args[1]));
        if (judged.all().stream().noneMatch(one -> crossing.containsKey(one.id()))) {
            System.err.println(args[1]
                    + " has none of the judged articles: give a corpus of the articles that they were drawn from");
            System.exit(3);
        }
        System.out.println("| | judged | said to cross | right | right or weak | found of those that cross |");
        System.out.println("| --- | --- | --- | --- | --- | --- |");
        for (String use : List.of(JudgedArticles.FIT, JudgedArticles.HELD)) {
            List<Judged> ofUse = judged.of(use);
            Score score = judged.score(ofUse, one -> crossing.getOrDefault(one.id(), false));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.2f | %.2f | %.2f |%n",
                    use,
                    ofUse.size(),
                    score.said(),
                    score.right(),
                    score.rightOrWeak(),
                    score.found());
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
}
