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
 * Lets whoever waits see how far the workers of a cluster are. While a step that is watched works in a process, this writes what it has done
 * to a file of its own in the output folder, at an even beat. A file that cannot be written is no reason to fail.
 */
public final class ShareProgress implements ProgressReporter {

    private static final long serialVersionUID = 1;
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final String folder;

    private ShareProgress(String folder) {
        this.folder = folder;
    }

    /** Shares through the output folder. */
    public static ShareProgress of(Layout layout) {
        return new ShareProgress(layout.progress());
    }

    @Override
    public void start() {
        Worker.enter(folder);
    }

    @Override
    public void stop() {
        Worker.leave(folder);
    }

    /** Puts together what the processes have written; what cannot be read stands as it did before. */
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

    /** This process, or that part of it that belongs to one job: Flink loads the classes of each job anew. */
    private static final class Worker {
        private static final Logger LOG = LoggerFactory.getLogger(ShareProgress.class);
        private static final String ID = UUID.randomUUID().toString();
        private static int sharing;
        private static ScheduledExecutorService beat;

        static synchronized void enter(String folder) {
            if (sharing++ == 0) {
                beat = Executors.newSingleThreadScheduledExecutor(task -> {
                    var thread = new Thread(task, "share-progress");
                    thread.setDaemon(true);
                    return thread;
                });
                var unused = beat.scheduleAtFixedRate(
                        () -> tick(folder), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        static synchronized void leave(String folder) {
            if (--sharing == 0) {
                beat.shutdownNow();
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
