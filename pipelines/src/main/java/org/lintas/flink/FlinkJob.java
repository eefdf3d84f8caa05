package org.lintas.flink;

import java.io.IOException;

/** The job that a run waits for, from before it is submitted. */
public sealed interface FlinkJob permits ClusterJob, EmbeddedFlink {

    /** Asks to end it; without effect if it has ended or is not there yet. */
    void cancel() throws IOException;

    /** Says that somebody still waits for it. */
    void keepAlive() throws IOException;

    /** The run is over: what it had to itself in this process is given up. */
    void close();
}
