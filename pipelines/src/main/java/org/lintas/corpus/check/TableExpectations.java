package org.lintas.corpus.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.lintas.corpus.check.Expectation.Kind;
import org.lintas.schemas.Dataset;

/** The expectations that follow from the schema of every dataset: columns, keys, order, references. */
final class TableExpectations {

    /** Two parts of one record may be rejected for the same reason; a record that was read in two months is a copy in both. */
    private static final Set<Dataset> WITHOUT_KEY = EnumSet.of(Dataset.DUPLICATES, Dataset.REJECTS);

    /** Datasets whose article_id does not refer to articles. */
    private static final Set<Dataset> NOT_REFERRING_TO_ARTICLES =
            EnumSet.of(Dataset.ARTICLES, Dataset.DUPLICATES, Dataset.CORRECTIONS);

    /** Rows of an incident that continues one of an earlier corpus are there with those of its articles. */
    private static final Set<Dataset> REFERRING_TO_EARLIER_ARTICLES = EnumSet.of(Dataset.INCIDENT_ARTICLES);

    private TableExpectations() {}

    static List<Expectation> all() {
        var all = new ArrayList<Expectation>();
        for (Dataset dataset : Dataset.values()) {
            all.add(hasNoNulls(dataset));
            if (!WITHOUT_KEY.contains(dataset)) {
                all.add(isUnique(dataset));
            }
            all.add(isSorted(dataset));
            if (has(dataset, "article_id") && !NOT_REFERRING_TO_ARTICLES.contains(dataset)) {
                all.add(
                        REFERRING_TO_EARLIER_ARTICLES.contains(dataset)
                                ? refersToAnyArticles(
                                        dataset,
                                        "article_id",
                                        "every row belongs to an article of this corpus or an earlier one")
                                : refersToArticles(dataset));
                Stream.of("record_id", "language", "published_at")
                        .filter(column -> has(dataset, column))
                        .forEach(column -> all.add(agreesWithArticles(dataset, column)));
            }
            dataset.partition().ifPresent(column -> all.add(liesInItsPartition(dataset, column)));
            if (has(dataset, "representative_id")) {
                all.add(refersToAnyArticles(
                        dataset,
                        "representative_id",
                        "every representative is in articles of this corpus or an earlier one"));
            }
        }
        return all;
    }

    private static boolean has(Dataset dataset, String column) {
        return dataset.schema().getField(column) != null;
    }

    private static Expectation hasNoNulls(Dataset dataset) {
        List<String> required = dataset.schema().getFields().stream()
                .filter(field -> field.schema().getType() != Schema.Type.UNION)
                .map(Schema.Field::name)
                .toList();
        String isNull =
                required.stream().map(column -> '"' + column + "\" IS NULL").collect(Collectors.joining(" OR "));
        return Expectation.ofRows(
                dataset.folder() + ".not_null",
                "columns that are not nullable have values",
                dataset.folder(),
                required,
                dataset.sort().get(0),
                "NOT (" + isNull + ")");
    }

    /** Keys are first compared by a 64-bit hash, so that few keys are held in memory however many rows there are. */
    private static Expectation isUnique(Dataset dataset) {
        String keys = String.join(", ", dataset.sort());
        String table = dataset.folder();
        return new Expectation(
                table + ".unique",
                "no two rows have the same " + keys,
                Kind.REQUIRED,
                columns(dataset, dataset.sort()),
                "WITH again AS (SELECT hash(" + keys + ") AS h FROM " + table
                        + " GROUP BY h HAVING count(*) > 1), same AS (SELECT count(*) AS n, min(CAST("
                        + dataset.sort().get(0) + " AS VARCHAR)) AS example FROM " + table
                        + " SEMI JOIN again ON hash(" + keys + ") = again.h GROUP BY " + keys
                        + " HAVING count(*) > 1) SELECT (SELECT count(*) FROM " + table
                        + "), coalesce(sum(n - 1), 0), min(example) FROM same");
    }

    /**
     * Each row of a file comes after the previous one by the first sort column that differs. The window has no order clause: rows arrive in file
     * order, and a row that does not follow its neighbour in the file counts as not sorted.
     */
    private static Expectation isSorted(Dataset dataset) {
        List<String> sort = dataset.sort();
        String previous = IntStream.range(0, sort.size())
                .mapToObj(i -> "lag(" + sort.get(i) + ") OVER () AS p" + i)
                .collect(Collectors.joining(", "));
        String isBefore = IntStream.range(0, sort.size())
                .mapToObj(i -> {
                    String same = IntStream.range(0, i)
                            .mapToObj(j -> sort.get(j) + " IS NOT DISTINCT FROM p" + j + " AND ")
                            .collect(Collectors.joining());
                    String column = sort.get(i);
                    return "(" + same + "(" + column + " < p" + i + " OR (" + column + " IS NULL AND p" + i
                            + " IS NOT NULL)))";
                })
                .collect(Collectors.joining(" OR "));
        String isOff =
                "file_row_number > 0 AND (neighbour IS DISTINCT FROM file_row_number - 1 OR file IS DISTINCT FROM filename"
                        + " OR coalesce(" + isBefore + ", false))";
        return new Expectation(
                dataset.folder() + ".sorted",
                "rows of each file are sorted by " + String.join(", ", sort),
                Kind.REQUIRED,
                columns(dataset, sort),
                "SELECT count(*), count(*) FILTER (WHERE " + isOff + "), min(filename) FILTER (WHERE " + isOff
                        + ") FROM (SELECT filename, file_row_number, " + String.join(", ", sort)
                        + ", lag(filename) OVER () AS file, lag(file_row_number) OVER () AS neighbour, " + previous
                        + " FROM files_" + dataset.folder() + ")");
    }

    private static Expectation liesInItsPartition(Dataset dataset, String column) {
        return new Expectation(
                dataset.folder() + ".partition",
                "files are in the folder of their " + column,
                Kind.REQUIRED,
                columns(dataset, List.of(column)),
                "SELECT count(*), count(*) FILTER (WHERE NOT is_there), min(filename) FILTER (WHERE NOT is_there) FROM (SELECT"
                        + " filename, contains(filename, '/" + column + "=' || " + column
                        + " || '/') AS is_there FROM files_"
                        + dataset.folder() + ")");
    }

    private static Expectation refersToArticles(Dataset dataset) {
        String table = dataset.folder();
        return new Expectation(
                table + ".article_id",
                "every row belongs to an article in articles",
                Kind.REQUIRED,
                List.of(table + ".article_id"),
                "SELECT (SELECT count(*) FROM " + table + "), count(*), min(article_id) FROM " + table
                        + " ANTI JOIN articles USING (article_id)");
    }

    private static Expectation agreesWithArticles(Dataset dataset, String column) {
        String table = dataset.folder();
        String differs = "t." + column + " IS DISTINCT FROM a." + column;
        return new Expectation(
                table + "." + column,
                column + " equals that of the article",
                Kind.REQUIRED,
                List.of(table + "." + column),
                "SELECT count(*), count(*) FILTER (WHERE " + differs + "), min(t.article_id) FILTER (WHERE " + differs
                        + ") FROM " + table + " t JOIN articles a USING (article_id)");
    }

    private static Expectation refersToAnyArticles(Dataset dataset, String column, String about) {
        String table = dataset.folder();
        return new Expectation(
                table + "." + column,
                about,
                Kind.REQUIRED,
                List.of(table + "." + column),
                "SELECT (SELECT count(*) FROM " + table
                        + "), CASE WHEN getvariable('past') = 'missing' THEN 0 ELSE count(*)"
                        + " END, min(" + column + ") FROM (SELECT " + column + " FROM " + table
                        + ") t ANTI JOIN (SELECT article_id FROM articles UNION"
                        + " ALL SELECT article_id FROM before_articles) a ON t." + column + " = a.article_id");
    }

    private static List<String> columns(Dataset dataset, List<String> names) {
        return names.stream().map(name -> dataset.folder() + "." + name).toList();
    }
}
