package org.lintas.run;

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
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.lintas.dataset.Layout;
import org.lintas.progress.Counts;
import org.lintas.progress.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets whoever waits see how far the workers of a cluster are. Elements go through unchanged; while they do, each process writes its
 * counts to a file of its own, at an even beat. A file that cannot be written is no reason to fail.
 */
public final class ShareProgress<T> extends PTransform<PCollection<T>, PCollection<T>> {

    private static final long serialVersionUID = 1;
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final String folder;
    private final boolean isNeeded;

    private ShareProgress(String folder, boolean isNeeded) {
        this.folder = folder;
        this.isNeeded = isNeeded;
    }

    /**
     * Shares through the output folder.
     *
     * @param isNeeded whether the workers are in other processes than who waits; otherwise nothing is done
     */
    public static <T> ShareProgress<T> of(Layout layout, boolean isNeeded) {
        return new ShareProgress<>(layout.progress(), isNeeded);
    }

    @Override
    public PCollection<T> expand(PCollection<T> elements) {
        if (!isNeeded) {
            return elements;
        }
        return elements.apply("WhilePassing", ParDo.of(new Share<T>(folder))).setCoder(elements.getCoder());
    }

    /** Adds up what the processes have written; what cannot be read counts as it did before. */
    public static Supplier<Counts> read(Layout layout) {
        Map<String, Counts> known = new HashMap<>();
        return () -> {
            try {
                for (MatchResult.Metadata file : SmallFiles.listIn(layout.progress())) {
                    String path = file.resourceId().toString();
                    known.put(path, Counts.parse(SmallFiles.read(path)));
                }
            } catch (IOException | IllegalArgumentException e) {
                Worker.LOG.debug("progress cannot be read", e);
            }
            return known.values().stream().reduce(Counts.NONE, Counts::plus);
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
                SmallFiles.write(folder + "/" + ID, Progress.counts().line());
            } catch (IOException | RuntimeException e) {
                LOG.debug("progress cannot be written", e);
            }
        }
    }

    private static final class Share<T> extends DoFn<T, T> {
        private static final long serialVersionUID = 1;

        private final String folder;

        Share(String folder) {
            this.folder = folder;
        }

        @Setup
        public void enter() {
            Worker.enter(folder);
        }

        @ProcessElement
        public void pass(@Element T element, OutputReceiver<T> out) {
            out.output(element);
        }

        @Teardown
        public void leave() {
            Worker.leave(folder);
        }
    }
}
