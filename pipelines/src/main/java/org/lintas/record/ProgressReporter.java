package org.lintas.record;

import java.io.Serializable;

/** Reports the progress of every process that runs a step. Calls of {@link #start} and {@link #stop} are balanced. */
public interface ProgressReporter extends Serializable {

    /** An instance of the step has been set up in this process. */
    void start();

    /** An instance of the step has been torn down. */
    void stop();

    /** A reporter that does nothing. */
    static ProgressReporter none() {
        return new ProgressReporter() {
            private static final long serialVersionUID = 1;

            @Override
            public void start() {}

            @Override
            public void stop() {}
        };
    }
}
