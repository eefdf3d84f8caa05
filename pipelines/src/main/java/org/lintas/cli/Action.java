package org.lintas.cli;

import java.io.IOException;
import java.sql.SQLException;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.TemporaryFiles;

/** A command whose arguments have been parsed. */
interface Action {

    /**
     * Prepares the process.
     *
     * @throws RunFailure if the machine does not meet the requirements
     */
    default void prepare() {
        LocaleCharset.check();
        try {
            TemporaryFiles.open();
        } catch (IOException e) {
            throw new RunFailure(
                    ExitCode.PIPELINE_FAILED,
                    "cannot write to " + System.getProperty("java.io.tmpdir") + " (" + e
                            + "): set -Djava.io.tmpdir in LINTAS_JAVA_OPTS");
        }
    }

    /** Runs the command. */
    ExitCode run() throws IOException, SQLException;
}
