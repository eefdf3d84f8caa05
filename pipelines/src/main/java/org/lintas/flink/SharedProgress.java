package org.lintas.flink;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.lintas.dataset.Layout;
import org.lintas.record.Progress;
import org.lintas.record.ProgressReporter;
import org.lintas.record.Snapshot;
import org.lintas.storage.SmallFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the client the progress of the workers of a cluster. While a watched step runs in a process, this regularly writes the progress of the
 * process to a file in the output folder. An error while writing is ignored.
 */
public final class SharedProgress implements ProgressReporter {

    private static final long serialVersionUID = 1;
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final String folder;

    private SharedProgress(String folder) {
        this.folder = folder;
    }

    /** Shares through the output folder. */
    public static SharedProgress of(Layout layout) {
        return new SharedProgress(layout.progress());
    }

    @Override
    public void start() {
        Worker.enter(folder);
    }

    @Override
    public void stop() {
        Worker.leave(folder);
    }

    /** Sums the progress that the processes have written; if a file cannot be read, its last known values are used. */
    public static Supplier<Snapshot> read(Layout layout) {
        Map<String, Snapshot> known = new HashMap<>();
        return () -> {
            try {
                for (MatchResult.Metadata file : SmallFiles.listIn(layout.progress())) {
                    String path = file.resourceId().toString();
                    known.put(path, Snapshot.parse(SmallFiles.read(path)));
                }
            } catch (IOException | IllegalArgumentException e) {
                Worker.LOG.debug("progress cannot be read", e);
            }
            return known.values().stream().reduce(Snapshot.NONE, Snapshot::with);
        };
    }

    /** State of this process for one job: Flink loads the classes of each job separately. */
    private static final class Worker {
        private static final Logger LOG = LoggerFactory.getLogger(SharedProgress.class);
        private static final String ID = UUID.randomUUID().toString();
        private static int sharing;
        private static ScheduledExecutorService timer;

        static synchronized void enter(String folder) {
            if (sharing++ == 0) {
                timer = Executors.newSingleThreadScheduledExecutor(task -> {
                    var thread = new Thread(task, "share-progress");
                    thread.setDaemon(true);
                    return thread;
                });
                var unused = timer.scheduleAtFixedRate(
                        () -> tick(folder), INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        static synchronized void leave(String folder) {
            if (--sharing == 0) {
                timer.shutdownNow();
                write(folder);
            }
        }

        private static synchronized void tick(String folder) {
            if (sharing > 0) {
                write(folder);
            }
        }

        private static void write(String folder) {
            try {
                SmallFiles.write(folder + "/" + ID, Progress.snapshot().line());
            } catch (IOException | RuntimeException e) {
                LOG.debug("progress cannot be written", e);
            }
        }
    }
}
