package org.lintas.cli;

import java.io.IOException;
import java.sql.SQLException;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.TemporaryFiles;

/** What a command does, when its arguments have been read. */
interface Action {

    /**
     * Makes the process ready.
     *
     * @throws RunFailure if the machine is not set up for it
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

    /** Does it, and says how it ended. */
    ExitCode run() throws IOException, SQLException;
}
