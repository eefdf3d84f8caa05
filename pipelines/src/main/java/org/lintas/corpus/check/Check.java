package org.lintas.corpus.check;

import java.io.IOException;
import java.sql.SQLException;
import org.lintas.failure.Reason;

/**
 * One check of a corpus.
 *
 * @param name name of its {@link Outcome}
 * @param about the condition in one sentence
 * @param evaluation gives the outcome
 */
record Check(String name, String about, Evaluation evaluation) {

    /** Evaluates a condition on a corpus. */
    @FunctionalInterface
    interface Evaluation {
        /**
         * Returns the outcome.
         *
         * @throws SQLException if a query fails
         * @throws IOException if a file cannot be read
         */
        Outcome at(CorpusTables tables) throws SQLException, IOException;
    }

    /** The outcome; unchecked if an error prevented the check. */
    Outcome of(CorpusTables tables) {
        try {
            return evaluation.at(tables);
        } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
            return unchecked(Reason.of(e));
        }
    }

    /** An outcome for a check that could not run. */
    Outcome unchecked(String why) {
        return Outcome.unchecked(name, about, why);
    }
}
