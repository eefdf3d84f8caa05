package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lintas.schemas.Genre;
import org.lintas.topic.GenreModel;

/** Scores of genres against those that a reader told: of each genre, by language, and by probability. */
final class GenreScores {

    private static final int BANDS = 10;

    private static final class Row {
        private int articles;
        private int given;
        private int right;
        private int second;
    }

    private final Map<String, LabelScore> genres = new TreeMap<>();
    private final Map<String, Row> languages = new TreeMap<>();
    private final Row all = new Row();
    private final int[] count = new int[BANDS];
    private final int[] rightIn = new int[BANDS];
    private final double[] sum = new double[BANDS];

    /** Counts an article and the genre that is likeliest. */
    void add(LabelledArticle article, GenreModel.Guess guess) {
        boolean isGiven = guess.isLikely();
        String genre = guess.genre().name();
        boolean right = genre.equals(article.genre());
        for (Row row : List.of(all, languages.computeIfAbsent(article.claimed().code(), code -> new Row()))) {
            row.articles++;
            row.given += isGiven ? 1 : 0;
            row.right += isGiven && right ? 1 : 0;
            row.second += isGiven && (right || genre.equals(article.secondGenre())) ? 1 : 0;
        }
        for (Genre any : Genre.values()) {
            genres.computeIfAbsent(any.name(), name -> new LabelScore())
                    .add(
                            isGiven && any == guess.genre() ? Set.of(genre) : Set.of(),
                            any.name().equals(article.genre()) ? Set.of(article.genre()) : Set.of());
        }
        int band = Math.min(BANDS - 1, (int) (guess.probability() * BANDS));
        count[band]++;
        rightIn[band] += right ? 1 : 0;
        sum[band] += guess.probability();
    }

    /** Scores of each genre, then by language. */
    List<String> table() {
        var lines = new ArrayList<String>();
        lines.add("genre     read  F1 (P/R)");
        for (Genre genre : Genre.values()) {
            LabelScore score = genres.getOrDefault(genre.name(), new LabelScore());
            lines.add(String.format(Locale.ROOT, "%-8s %5d  %s", genre, score.labelled(), score));
        }
        lines.add("");
        lines.add("lang   read  given a genre  of these right  or the reader's second");
        languages.forEach((language, row) -> lines.add(line(language, row)));
        lines.add(line("all", all));
        return lines;
    }

    /** Rows of a table: the probability of the likeliest genre, articles, mean probability, share that is right. */
    List<String> calibration() {
        var rows = new ArrayList<String>();
        for (int band = 0; band < BANDS; band++) {
            if (count[band] > 0) {
                rows.add(String.format(
                        Locale.ROOT,
                        "| %.1f–%.1f | %d | %.3f | %.3f |",
                        (double) band / BANDS,
                        (band + 1.0) / BANDS,
                        count[band],
                        sum[band] / count[band],
                        (double) rightIn[band] / count[band]));
            }
        }
        return rows;
    }

    private static String line(String name, Row row) {
        return String.format(
                Locale.ROOT,
                "%-5s %5d  %4d (%3.0f %%)   %4d (%3.0f %%)    %4d (%3.0f %%)",
                name,
                row.articles,
                row.given,
                percent(row.given, row.articles),
                row.right,
                percent(row.right, row.given),
                row.second,
                percent(row.second, row.given));
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / Math.max(1, whole);
    }
}
