package org.lintas.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.lintas.record.ArchiveFile;
import org.lintas.record.Counts;
import org.lintas.record.Progress;
import org.lintas.record.Snapshot;

/**
 * Prints the progress of a run at regular intervals until it is closed: the phase, the percentage done, and the estimated time left. The percentage
 * never decreases and stays below 100 % until the end; phases are weighted by the time they took in a run on 45,011 articles.
 */
public final class ProgressLine implements AutoCloseable {

    /** The phases of a run, in order. */
    private enum Phase {
        STARTING("starting", 0, 0),
        READING("reading", 0, 36),
        COMPARING("comparing texts", 36, 55),
        LABELLING("labelling articles", 55, 85),
        WRITING("writing", 85, 95),
        FINISHING("checking the output", 95, 100);

        private final String label;
        private final double from;
        private final double to;

        Phase(String label, double from, double to) {
            this.label = label;
            this.from = from;
            this.to = to;
        }

        /** Percentage of the run that is done when this fraction of the phase is done. */
        double reached(double fraction) {
            return from + (to - from) * Math.max(0, Math.min(1, fraction));
        }
    }

    private static final int MAX_PERCENT = 99;
    /** Below this percentage an estimate of the time left would be unreliable. */
    private static final double MIN_PERCENT_FOR_ESTIMATE = 5;

    private final int files;
    private final long bytes;
    private final Supplier<Snapshot> snapshots;
    private final LongSupplier nanos;
    private final long start;
    private OptionalLong firstRead = OptionalLong.empty();
    private double percent;
    private volatile boolean isFinishing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });

    ProgressLine(List<ArchiveFile> files, Supplier<Snapshot> snapshots, LongSupplier nanos) {
        this.snapshots = snapshots;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.files = files.size();
        this.bytes = files.stream().mapToLong(ArchiveFile::getBytes).sum();
    }

    /**
     * Starts printing.
     *
     * @param snapshots gives the current progress
     */
    public static ProgressLine start(
            List<ArchiveFile> files, Supplier<Snapshot> snapshots, Duration every, Consumer<String> out) {
        Progress.reset();
        var line = new ProgressLine(files, snapshots, System::nanoTime);
        var unused = line.timer.scheduleAtFixedRate(
                () -> out.accept(line.text()), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return line;
    }

    /** The pipeline has ended; this process does the remaining work. */
    public void finishing() {
        isFinishing = true;
    }

    synchronized String text() {
        long now = nanos.getAsLong();
        double seconds = (now - start) / 1e9;
        Counts counts = snapshots.get().counts();
        Phase phase = phase(counts);
        percent = Math.max(percent, Math.min(MAX_PERCENT, phase.reached(fraction(phase, counts))));
        return String.format(
                Locale.ROOT,
                "%s  %d %%  %s  files %d/%d  records %,d%s  rejects %,d  rows written %,d%s",
                clock((long) seconds),
                (long) percent,
                phase.label + amount(phase, counts),
                // A file that has grown may be read in more parts than planned.
                Math.min(files, counts.files()),
                files,
                counts.records(),
                phase == Phase.READING
                        ? String.format(Locale.ROOT, " (%,.0f/s)", counts.records() / Math.max(seconds, 0.001))
                        : "",
                counts.rejects(),
                counts.rows(),
                end(phase, now));
    }

    private Phase phase(Counts counts) {
        if (isFinishing) {
            return Phase.FINISHING;
        }
        if (counts.rows() > 0) {
            return Phase.WRITING;
        }
        if (counts.labelled() > 0) {
            return Phase.LABELLING;
        }
        if (counts.files() >= files && counts.bytes() >= bytes) {
            return Phase.COMPARING;
        }
        return counts.bytes() > 0 || counts.files() > 0 ? Phase.READING : Phase.STARTING;
    }

    private double fraction(Phase phase, Counts counts) {
        return switch (phase) {
            case STARTING, COMPARING, FINISHING -> 0;
            case READING -> share(counts.bytes(), bytes);
            case LABELLING -> share(counts.labelled(), counts.signed());
            // Every record that is a document or damaged becomes one row.
            case WRITING -> share(counts.written(), counts.records() - counts.skipped());
        };
    }

    private static double share(long done, long all) {
        return all <= 0 ? 0 : (double) done / all;
    }

    /** Duplicates are not labelled, so the number of articles is known only after all records have been compared. */
    private static String amount(Phase phase, Counts counts) {
        if (phase != Phase.LABELLING) {
            return "";
        }
        long all = counts.records() - counts.skipped() - counts.rejects();
        double share = Math.min(1, share(counts.labelled(), counts.signed()));
        return String.format(Locale.ROOT, " (about %,d of at most %,d)", Math.round(share * all), all);
    }

    /** The time left, estimated from the speed since the first byte was read. */
    private String end(Phase phase, long now) {
        if (phase == Phase.STARTING) {
            return "";
        }
        if (firstRead.isEmpty()) {
            firstRead = OptionalLong.of(now);
        }
        if (percent < MIN_PERCENT_FOR_ESTIMATE) {
            return "  time left unknown";
        }
        double left = (now - firstRead.getAsLong()) / 1e9 * (100 - percent) / percent;
        return "  about " + clock((long) Math.ceil(left)) + " left";
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
