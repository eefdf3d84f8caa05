package org.lintas.run;

import java.io.IOException;
import java.time.Duration;

/**
 * A job on a Flink, from before it is submitted.
 *
 * @param cluster where it runs
 * @param id as Flink knows it: 32 hexadecimal digits
 */
public record FlinkJob(FlinkCluster cluster, String id) {

    private static final long PAUSE_MILLIS = 500;

    /** Asks to end it. */
    public void cancel() throws IOException {
        cluster.cancel(id);
    }

    /**
     * Ends it and waits until none of its tasks runs.
     *
     * @return whether it has ended
     */
    boolean end(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (cluster.isRunning(id)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            cluster.cancel(id);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
