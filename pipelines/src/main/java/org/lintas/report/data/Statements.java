package org.lintas.report.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.corpus.sql.CorpusDatabase.RowReader;

/** Runs statements over a corpus, and keeps their text. */
final class Statements {

    private final CorpusDatabase database;
    private final List<String> texts = new ArrayList<>();

    Statements(CorpusDatabase database) {
        this.database = database;
    }

    /** Runs a statement without results. */
    void execute(String sql) throws SQLException {
        texts.add(sql.strip() + ";");
        database.execute(sql);
    }

    /** The rows of a query. */
    <T> List<T> query(String sql, RowReader<T> reader) throws SQLException {
        texts.add(sql.strip() + ";");
        return database.query(sql, reader);
    }

    /** What ran, in order. */
    String text() {
        return String.join("\n\n", texts);
    }
}
