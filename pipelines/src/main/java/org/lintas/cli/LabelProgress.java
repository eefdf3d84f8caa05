package org.lintas.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.lintas.record.Counts;
import org.lintas.record.Progress;
import org.lintas.record.Snapshot;

/** Prints at regular intervals, until it is closed, how many articles have been labelled and how long the others will take. */
final class LabelProgress implements AutoCloseable {

    private final long articles;
    private final Supplier<Snapshot> snapshots;
    private final LongSupplier nanos;
    private final long start;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    LabelProgress(long articles, Supplier<Snapshot> snapshots, LongSupplier nanos) {
        this.articles = articles;
        this.snapshots = snapshots;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /**
     * Starts printing.
     *
     * @param articles how many there are
     * @param snapshots gives the current progress
     */
    static LabelProgress start(long articles, Supplier<Snapshot> snapshots, Duration every, Consumer<String> out) {
        Progress.reset();
        var line = new LabelProgress(articles, snapshots, System::nanoTime);
        var unused = line.timer.scheduleAtFixedRate(
                () -> out.accept(line.text()), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return line;
    }

    String text() {
        double seconds = (nanos.getAsLong() - start) / 1e9;
        Counts counts = snapshots.get().counts();
        // The number of distinct articles is an estimate.
        long labelled = Math.min(articles, counts.labelled());
        String left = labelled == 0 || labelled == articles
                ? ""
                : "  about " + clock(Math.ceil(seconds * (articles - labelled) / labelled)) + " left";
        return String.format(
                Locale.ROOT,
                "%s  labelled about %,d of %,d articles  rows written %,d%s",
                clock(seconds),
                labelled,
                articles,
                counts.rows(),
                left);
    }

    private static String clock(double time) {
        long seconds = (long) time;
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
