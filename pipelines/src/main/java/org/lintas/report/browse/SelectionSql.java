package org.lintas.report.browse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.text.FoldedPattern;

/** The statements that answer a selection. What a reader typed is in them as parameters only; it stands in the text that is shown as literals. */
final class SelectionSql {

    /** Newest first; the id makes the order the same each time. */
    private static final String ORDER = "\nORDER BY published_at DESC NULLS LAST, article_id";

    /** The columns of a list. */
    static final String LISTED = "article_id, title, url, source, language, topics, countries, cluster_size";

    private static final String COLUMNS =
            "article_id, title, url, url_host, source, language, published_at, published_precision, topics,"
                    + " countries, genre, is_cross_border, cluster_size";

    /** Characters of a text among which an excerpt with the words is looked for. */
    private static final int READ = 50_000;

    private static final String ARTICLES = "articles";

    private final List<String> conditions = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    /**
     * A statement with parameters.
     *
     * @param sql with ? for each value
     */
    record Bound(String sql, List<String> values) {

        /** The statement with its values as literals, to be run by itself. */
        String shown() {
            var out = new StringBuilder();
            int next = 0;
            for (int i = 0; i < sql.length(); i++) {
                if (sql.charAt(i) == '?') {
                    out.append(DuckDb.literal(values.get(next++)));
                } else {
                    out.append(sql.charAt(i));
                }
            }
            return out.toString();
        }
    }

    SelectionSql(Selection selection) {
        // What costs least first.
        selection.language().ifPresent(language -> add("language = ?", language));
        selection.from().ifPresent(day -> add("published_at >= CAST(? AS TIMESTAMPTZ)", start(day)));
        selection.to().ifPresent(day -> add("published_at < CAST(? AS TIMESTAMPTZ)", start(day.plusDays(1))));
        selection
                .outlet()
                .ifPresent(outlet ->
                        add("(url_host = ? OR ends_with(url_host, ?) OR source = ?)", outlet, "." + outlet, outlet));
        selection.country().ifPresent(country -> add("list_contains(countries, ?)", country));
        selection
                .place()
                .ifPresent(
                        place -> add("article_id IN (SELECT article_id FROM article_places WHERE place = ?)", place));
        if (selection.topic().isPresent() || selection.grade().isPresent()) {
            var asked = new ArrayList<String>();
            var of = new ArrayList<String>();
            selection.topic().ifPresent(topic -> {
                asked.add("topic = ?");
                of.add(topic);
            });
            selection.grade().ifPresent(grade -> {
                asked.add("grade = ?");
                of.add(grade);
            });
            add(
                    "article_id IN (SELECT article_id FROM article_topics WHERE " + String.join(" AND ", asked) + ")",
                    of.toArray(String[]::new));
        }
        selection.words().forEach(this::addWord);
    }

    private void add(String condition, String... parameters) {
        conditions.add(condition);
        Collections.addAll(values, parameters);
    }

    private static String start(LocalDate day) {
        return day + " 00:00:00+00";
    }

    private void addWord(FoldedPattern word) {
        conditions.add("(" + finds("title", word) + " OR " + finds("text", word) + ")");
    }

    /** An expression is asked only of texts that can have the word, as a cheaper comparison tells. */
    private String finds(String column, FoldedPattern word) {
        List<String> few = word.spellings().isEmpty() ? word.parts() : word.spellings();
        boolean isEnough =
                !word.isBounded() && (few.isEmpty() || !word.spellings().isEmpty());
        String first = few.isEmpty()
                ? "regexp_matches(" + column + ", ?)"
                : String.join(" OR ", Collections.nCopies(few.size(), "contains(" + column + ", ?)"));
        values.addAll(few.isEmpty() ? List.of(word.anywhere()) : few);
        if (isEnough) {
            return first;
        }
        values.add(word.whole());
        return "CASE WHEN " + first + " THEN regexp_matches(" + column + ", ?) ELSE false END";
    }

    private String from(String table) {
        return "\nFROM " + table + (conditions.isEmpty() ? "" : "\nWHERE " + String.join("\n  AND ", conditions));
    }

    /**
     * Articles as they are listed, with one more than asked for if there are more.
     *
     * @param isCopied whether {@link ArticleCopy} is asked
     */
    Bound page(boolean isCopied, int size, int offset) {
        return new Bound(
                "SELECT " + LISTED + ", left(text, " + READ + ") AS text, " + ArticleDay.SQL + " AS day"
                        + from(isCopied ? ArticleCopy.TABLE : ARTICLES) + ORDER + "\nLIMIT " + (size + 1) + " OFFSET "
                        + offset,
                List.copyOf(values));
    }

    /** How many there are. */
    Bound count(boolean isCopied) {
        return new Bound("SELECT count(*)" + from(isCopied ? ArticleCopy.TABLE : ARTICLES), List.copyOf(values));
    }

    /** All of them, without their texts. */
    Bound export() {
        return new Bound("SELECT " + COLUMNS + from(ARTICLES) + ORDER, List.copyOf(values));
    }
}
