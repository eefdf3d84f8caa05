package org.lintas.corpus.check;

import java.io.IOException;
import java.sql.SQLException;
import org.lintas.failure.Reason;

/**
 * One thing to look at, and how.
 *
 * @param name as that of its {@link Outcome}
 * @param about what is expected, in a sentence
 * @param look gives the outcome
 */
record Check(String name, String about, Look look) {

    /** Looks at a corpus. */
    @FunctionalInterface
    interface Look {
        /**
         * What came of it.
         *
         * @throws SQLException if DuckDB gives no answer
         * @throws IOException if a file cannot be read
         */
        Outcome at(CorpusTables tables) throws SQLException, IOException;
    }

    /** What came of it; where nothing could come of it, for want of memory, disk or a file, that. */
    Outcome of(CorpusTables tables) {
        try {
            return look.at(tables);
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            return unchecked(Reason.of(e));
        }
    }

    /** An outcome of something that could not be looked at. */
    Outcome unchecked(String why) {
        return Outcome.unchecked(name, about, why);
    }
}
