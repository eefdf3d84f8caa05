package org.lintas.corpus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.schemas.Dataset;
import org.lintas.text.WordTable;

/**
 * Something that must be true of a corpus, as a query that gives one row: how many were looked at, how many are not as they should be, and
 * one of these.
 *
 * @param name dataset or subject, a dot, and what is expected; unique
 * @param about what is expected, in a sentence
 * @param kind whether a pipeline that works can fail it
 * @param columns what it needs, as {@code dataset.column}; where one is missing it is skipped
 * @param sql over the views of {@link CorpusTables}
 */
record Expectation(String name, String about, Kind kind, List<String> columns, String sql) {

    /** What it says of a corpus that it fails. */
    enum Kind {
        /** Something is broken: nobody should use the corpus. */
        SOUND,
        /** The news of this corpus are not like those of others: somebody should look. */
        USUAL
    }

    /** All that there are. */
    static List<Expectation> all() {
        var all = new ArrayList<>(TableExpectations.all());
        for (List<String> row : WordTable.read(Expectation.class, "rows.tsv", 5)) {
            Dataset dataset = Stream.of(Dataset.values())
                    .filter(d -> d.folder().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("rows.tsv: no dataset " + row.get(0)));
            all.add(ofRows(
                    row.get(0) + "." + row.get(1) + "_range",
                    row.get(4),
                    row.get(0),
                    List.of(row.get(2).split(",")),
                    dataset.sort().get(0),
                    row.get(3)));
        }
        read("sets.tsv", Kind.SOUND).forEach(all::add);
        read("usual.tsv", Kind.USUAL).forEach(all::add);
        return all;
    }

    private static Stream<Expectation> read(String table, Kind kind) {
        return WordTable.read(Expectation.class, table, 4).stream()
                .map(row -> new Expectation(
                        row.get(0), row.get(2), kind, List.of(row.get(1).split(",")), row.get(3)));
    }

    /** An expectation of each row of a dataset. */
    static Expectation ofRows(
            String name, String about, String dataset, List<String> columns, String example, String condition) {
        String sql = "SELECT count(*), count(*) FILTER (WHERE NOT coalesce((" + condition + "), true)), "
                + "min(CAST(" + example + " AS VARCHAR)) FILTER (WHERE NOT coalesce((" + condition + "), true)) FROM "
                + dataset;
        return new Expectation(
                name,
                about,
                Kind.SOUND,
                columns.stream().map(column -> dataset + "." + column).toList(),
                sql);
    }
}
