package org.lintas.flink;

import java.io.IOException;

/** The Flink job of a run; exists before it is submitted. */
public sealed interface FlinkJob permits ClusterJob, EmbeddedFlink {

    /** Cancels the job; without effect if it has ended or is not submitted yet. */
    void cancel() throws IOException;

    /** Sends a client heartbeat. */
    void keepAlive() throws IOException;

    /** Releases the resources of the job in this process. */
    void close();
}
