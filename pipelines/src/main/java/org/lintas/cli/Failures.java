package org.lintas.cli;

import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Error messages for failed work. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * One line with the innermost cause, which is the most specific.
     *
     * @param what the work that failed
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
