package org.lintas.corpus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.schemas.Dataset;
import org.lintas.text.WordTable;

/**
 * A condition on a corpus, as a query that gives one row: how many were checked, how many fail, and one failing example.
 *
 * @param name dataset or subject, a dot, and what is expected; unique
 * @param about the condition in one sentence
 * @param kind whether a failure means an error, unusual data or a notice
 * @param columns required columns as {@code dataset.column}; if one is missing, the expectation is skipped
 * @param sql over the views of {@link CorpusTables}
 */
record Expectation(String name, String about, Kind kind, List<String> columns, String sql) {

    /** What a failure means. */
    enum Kind {
        /** The corpus is damaged and must not be used. */
        REQUIRED,
        /** The data differs from typical corpora and should be reviewed. */
        TYPICAL,
        /** Some of the data should be read with care; never a failure. */
        NOTICE
    }

    /** All expectations. */
    static List<Expectation> all() {
        var all = new ArrayList<>(TableExpectations.all());
        for (List<String> row : WordTable.read(Expectation.class, "rows.tsv", 5)) {
            Dataset dataset = Stream.of(Dataset.values())
                    .filter(d -> d.folder().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("rows.tsv: unknown dataset " + row.get(0)));
            all.add(ofRows(
                    row.get(0) + "." + row.get(1) + "_range",
                    row.get(4),
                    row.get(0),
                    List.of(row.get(2).split(",")),
                    dataset.sort().get(0),
                    row.get(3)));
        }
        read("sets.tsv", Kind.REQUIRED).forEach(all::add);
        read("typical.tsv", Kind.TYPICAL).forEach(all::add);
        read("notices.tsv", Kind.NOTICE).forEach(all::add);
        return all;
    }

    private static Stream<Expectation> read(String table, Kind kind) {
        return WordTable.read(Expectation.class, table, 4).stream()
                .map(row -> new Expectation(
                        row.get(0), row.get(2), kind, List.of(row.get(1).split(",")), row.get(3)));
    }

    /** An expectation on each row of a dataset. */
    static Expectation ofRows(
            String name, String about, String dataset, List<String> columns, String example, String condition) {
        String sql = "SELECT count(*), count(*) FILTER (WHERE NOT coalesce((" + condition + "), true)), "
                + "min(CAST(" + example + " AS VARCHAR)) FILTER (WHERE NOT coalesce((" + condition + "), true)) FROM "
                + dataset;
        return new Expectation(
                name,
                about,
                Kind.REQUIRED,
                columns.stream().map(column -> dataset + "." + column).toList(),
                sql);
    }
}
