package org.lintas.flink;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands by a run from before its output is touched until after it is finished or cleared: keeps the lock of the output, tells the
 * cluster that somebody waits, and on SIGINT or SIGTERM ends the job, if there is one, and lets the run clear up before the process ends.
 */
public final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final OutputLock lock;
    private final Optional<FlinkJob> job;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "end-job");
    private volatile boolean isInterrupted;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "guard");
        thread.setDaemon(true);
        return thread;
    });

    private Guard(OutputLock lock, Optional<FlinkJob> job) {
        this.lock = lock;
        this.job = job;
    }

    /**
     * Begins.
     *
     * @param job what the run is going to submit, where that is known
     * @throws RunFailure if another run writes to the same output
     */
    public static Guard of(Layout output, Optional<FlinkJob> job) {
        var guard = new Guard(OutputLock.take(output, job), job);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        var unused =
                guard.beat.scheduleAtFixedRate(guard::renew, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return guard;
    }

    private void renew() {
        try {
            lock.renew();
            if (job.isPresent()) {
                job.get().keepAlive();
            }
        } catch (IOException | RuntimeException e) {
            // The next beat may get through; the cluster and the lock are patient.
            LOG.debug("a beat was missed", e);
        }
    }

    /** The job may not have been submitted yet: it is asked to end until the run has cleared up. */
    private void interrupted() {
        isInterrupted = true;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                cancel();
                if (closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        try {
            if (job.isPresent()) {
                job.get().cancel();
            }
        } catch (IOException e) {
            LOG.debug("the job cannot be told to end", e);
        }
    }

    /** Whether somebody wants the run to end; the process waits until it has cleared up. */
    public boolean isInterrupted() {
        return isInterrupted;
    }

    /**
     * To be called before the output is marked as finished.
     *
     * @throws IllegalStateException if the run is to end
     */
    public void checkNotInterrupted() {
        if (isInterrupted) {
            throw new IllegalStateException("interrupted");
        }
    }

    @Override
    public void close() throws IOException {
        beat.shutdownNow();
        job.ifPresent(FlinkJob::close);
        try {
            lock.close();
        } finally {
            closed.countDown();
            if (!isInterrupted) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }
}
