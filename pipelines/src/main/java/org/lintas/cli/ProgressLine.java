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
 * Prints how far a run is, at an even beat, until it is closed: the phase, the share of the work that is done, and when the run may end. The
 * share never goes back, and is below 100 % until the end; phases count as the time that they take of a run on 45,011 articles.
 */
public final class ProgressLine implements AutoCloseable {

    /** What a run does, one after the other as seen from outside. */
    private enum Phase {
        STARTING("starting", 0, 0),
        READING("reading", 0, 36),
        COMPARING("comparing texts", 36, 55),
        LABELLING("labelling articles", 55, 85),
        WRITING("writing", 85, 95),
        FINISHING("checking what was written", 95, 100);

        private final String told;
        private final double from;
        private final double to;

        Phase(String told, double from, double to) {
            this.told = told;
            this.from = from;
            this.to = to;
        }

        /** Percent of the run that have been done when this much of the phase has. */
        double reached(double fraction) {
            return from + (to - from) * Math.max(0, Math.min(1, fraction));
        }
    }

    private static final int MOST = 99;
    /** Before this much is done a guess at the end would be far off. */
    private static final double ENOUGH = 5;

    private final int files;
    private final long bytes;
    private final Supplier<Snapshot> snapshots;
    private final LongSupplier nanos;
    private final long start;
    private OptionalLong firstRead = OptionalLong.empty();
    private double percent;
    private volatile boolean isFinishing;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(task -> {
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
     * @param snapshots tells how far the run is
     */
    public static ProgressLine start(
            List<ArchiveFile> files, Supplier<Snapshot> snapshots, Duration every, Consumer<String> out) {
        Progress.reset();
        var line = new ProgressLine(files, snapshots, System::nanoTime);
        var unused = line.beat.scheduleAtFixedRate(
                () -> out.accept(line.text()), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return line;
    }

    /** The pipeline has ended; what is left is done by this process. */
    public void finishing() {
        isFinishing = true;
    }

    synchronized String text() {
        long now = nanos.getAsLong();
        double seconds = (now - start) / 1e9;
        Counts counts = snapshots.get().counts();
        Phase phase = phase(counts);
        percent = Math.max(percent, Math.min(MOST, phase.reached(fraction(phase, counts))));
        return String.format(
                Locale.ROOT,
                "%s  %d %%  %s  files %d/%d  records %,d%s  rejects %,d  rows written %,d%s",
                clock((long) seconds),
                (long) percent,
                phase.told + amount(phase, counts),
                // A file that has grown may be read in more parts than were listed.
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

    /** Duplicates get no labels: how many articles there are is known when all have been compared. */
    private static String amount(Phase phase, Counts counts) {
        if (phase != Phase.LABELLING) {
            return "";
        }
        long all = counts.records() - counts.skipped() - counts.rejects();
        double share = Math.min(1, share(counts.labelled(), counts.signed()));
        return String.format(Locale.ROOT, " (about %,d of at most %,d)", Math.round(share * all), all);
    }

    /** When the run ends if it goes on as it has since the first byte was read. */
    private String end(Phase phase, long now) {
        if (phase == Phase.STARTING) {
            return "";
        }
        if (firstRead.isEmpty()) {
            firstRead = OptionalLong.of(now);
        }
        if (percent < ENOUGH) {
            return "  too early to tell the end";
        }
        double left = (now - firstRead.getAsLong()) / 1e9 * (100 - percent) / percent;
        return "  about " + clock((long) Math.ceil(left)) + " left at this pace";
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public void close() {
        beat.shutdownNow();
    }
}
