package org.lintas.flink;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Guards a run from before its output is changed until it is finished or removed: holds the lock of the output, sends client heartbeats to the
 * cluster, and on SIGINT or SIGTERM cancels the job, if any, and lets the run clean up before the process ends.
 */
public final class RunGuard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunGuard.class);

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration CLEANUP_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final OutputLock lock;
    private final Optional<FlinkJob> job;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "end-job");
    private volatile boolean isInterrupted;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "guard");
        thread.setDaemon(true);
        return thread;
    });

    private RunGuard(OutputLock lock, Optional<FlinkJob> job) {
        this.lock = lock;
        this.job = job;
    }

    /**
     * Takes the lock and starts the heartbeat.
     *
     * @param flag the flag that names the output
     * @param job the job that the run will submit, if known in advance
     * @throws RunFailure if another run writes to the same output
     */
    public static RunGuard of(String flag, Layout output, Optional<FlinkJob> job) {
        var guard = new RunGuard(OutputLock.take(flag, output, job), job);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        var unused = guard.timer.scheduleAtFixedRate(
                guard::renew, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        return guard;
    }

    private void renew() {
        try {
            lock.renew();
            if (job.isPresent()) {
                job.get().keepAlive();
            }
        } catch (IOException | RuntimeException e) {
            // The next heartbeat may succeed; the cluster and the lock tolerate missed ones.
            LOG.debug("heartbeat failed", e);
        }
    }

    /** Cancels repeatedly until the run has cleaned up, because the job may not have been submitted yet. */
    private void interrupted() {
        isInterrupted = true;
        long deadline = System.nanoTime() + CLEANUP_TIMEOUT.toNanos();
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
            LOG.debug("the job cannot be cancelled", e);
        }
    }

    /** Whether the process received SIGINT or SIGTERM; it waits until the run has cleaned up. */
    public boolean isInterrupted() {
        return isInterrupted;
    }

    /**
     * Call this before the output is marked as finished.
     *
     * @throws IllegalStateException if the run was interrupted
     */
    public void checkNotInterrupted() {
        if (isInterrupted) {
            throw new IllegalStateException("interrupted");
        }
    }

    /** Ends the guard; of a run that was interrupted it does not return, since the process ends. */
    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        job.ifPresent(FlinkJob::close);
        try {
            lock.close();
        } finally {
            closed.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                LOG.debug("the process ends already", e);
                awaitEnd();
            }
        }
    }

    /**
     * Up to Java 19 a process takes the exit code of whoever asks for its end after all hooks have run, even if a signal asked before (JDK-8288984): that of
     * the signal counts.
     */
    private static void awaitEnd() {
        while (true) {
            LockSupport.park();
        }
    }
}
