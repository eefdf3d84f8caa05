package org.lintas.cli;

import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What to tell of work that failed. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * One line, with the innermost cause, which says most.
     *
     * @param what failed
     */
    static RunFailure of(String what, Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        LOG.debug("{} failed", what, e);
        var failure = new RunFailure(ExitCode.PIPELINE_FAILED, what + " failed: " + cause);
        failure.initCause(e);
        return failure;
    }
}
