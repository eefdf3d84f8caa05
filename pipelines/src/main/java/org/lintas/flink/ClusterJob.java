package org.lintas.flink;

import java.io.IOException;
import java.time.Duration;

/**
 * A job on a Flink cluster.
 *
 * @param cluster where it runs
 * @param id the job id in Flink: 32 hexadecimal digits
 */
public record ClusterJob(FlinkCluster cluster, String id) implements FlinkJob {

    private static final long PAUSE_MILLIS = 500;

    @Override
    public void cancel() throws IOException {
        cluster.cancel(id);
    }

    @Override
    public void keepAlive() throws IOException {
        cluster.keepAlive(id, Flink.CLIENT_TIMEOUT);
    }

    /**
     * Cancels the job and waits until it has ended.
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

    /** Does nothing: the cluster is not managed by this process. */
    @Override
    public void close() {}
}
