package org.lintas.report.data;

import java.sql.SQLException;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * What statements gave.
 *
 * @param sql the statements that ran, in order, each ended by a semicolon
 */
public record Found<T>(T value, String sql) {

    /** What turns rows into data. */
    @FunctionalInterface
    interface Question<T> {
        T answer(Statements statements) throws SQLException;
    }

    static <T> Found<T> of(CorpusDatabase database, Question<T> question) throws SQLException {
        var statements = new Statements(database);
        T value = question.answer(statements);
        return new Found<>(value, statements.text());
    }
}
