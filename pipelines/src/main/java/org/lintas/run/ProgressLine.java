package org.lintas.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lintas.element.ArchiveFile;
import org.lintas.progress.Counts;
import org.lintas.progress.Progress;

/** Prints how far a run is, at an even beat, until it is closed. */
public final class ProgressLine implements AutoCloseable {

    private final int files;
    private final long bytes;
    private final long start = System.nanoTime();
    private final Supplier<Counts> counts;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    private ProgressLine(List<ArchiveFile> files, Supplier<Counts> counts) {
        this.counts = counts;
        this.files = files.size();
        this.bytes = files.stream().mapToLong(ArchiveFile::getBytes).sum();
    }

    /**
     * Starts printing.
     *
     * @param counts tells how far the run is
     */
    public static ProgressLine start(
            List<ArchiveFile> files, Supplier<Counts> counts, Duration every, Consumer<String> out) {
        Progress.reset();
        var line = new ProgressLine(files, counts);
        var unused = line.beat.scheduleAtFixedRate(
                () -> out.accept(line.text()), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return line;
    }

    String text() {
        double seconds = (System.nanoTime() - start) / 1e9;
        Counts now = counts.get();
        return String.format(
                Locale.ROOT,
                "%s  files %d/%d  records %,d (%,.0f/s)  rejects %,d  rows written %,d  %s",
                clock((long) seconds),
                // What is read again after a fault counts again.
                Math.min(files, now.files()),
                files,
                now.records(),
                now.records() / Math.max(seconds, 0.001),
                now.rejects(),
                now.rows(),
                phase(now, seconds));
    }

    private String phase(Counts now, double seconds) {
        long read = now.bytes();
        if (now.files() >= files) {
            return "grouping and writing";
        }
        if (read == 0) {
            return "starting";
        }
        return "reading, done in " + clock((long) (seconds * Math.max(0, bytes - read) / read));
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
