package org.lintas.cli;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.corpus.sql.MemoryShare;
import org.lintas.failure.Reason;
import org.lintas.flink.MemoryNeed;
import org.xerial.snappy.Snappy;

/** What a run needs of the machine, and whether it is there. */
public final class Examination {

    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA = 21;
    private static final long LEAST_DISK = 10L << 30;
    private static final long MIB = 1L << 20;

    /** Payloads of records, unless another size is asked for. */
    private static final int RECORD_BYTES = 16 << 20;

    /**
     * Something that was looked at.
     *
     * @param found what it is like
     * @param advice what to do; empty where all is OK
     */
    public record Finding(String name, String found, String advice) {
        public boolean isOk() {
            return advice.isEmpty();
        }

        /** For people. */
        public String line() {
            return String.format(
                    Locale.ROOT, "%-5s %-10s %s%s", isOk() ? "OK" : "FAIL", name, found, isOk() ? "" : ": " + advice);
        }
    }

    private Examination() {}

    /**
     * Looks at everything.
     *
     * @param output folder whose disk is looked at, too
     */
    public static List<Finding> all(Optional<String> output) {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        int processors = Runtime.getRuntime().availableProcessors();
        var findings = new ArrayList<Finding>();
        findings.add(java(Runtime.version().feature()));
        findings.add(locale());
        findings.add(memory(Runtime.getRuntime().maxMemory(), processors));
        findings.add(writable("temporary", temp, "set -Djava.io.tmpdir in LINTAS_JAVA_OPTS"));
        findings.add(disk("temporary", temp, "set -Djava.io.tmpdir in LINTAS_JAVA_OPTS to a larger disk"));
        output.map(Path::of).ifPresent(folder -> {
            findings.add(writable("output", nearest(folder), "choose another --output"));
            findings.add(disk("output", nearest(folder), "free some, or choose another --output"));
        });
        findings.add(zstd());
        findings.add(snappy());
        findings.add(duckdb());
        return findings;
    }

    static Finding java(int version) {
        boolean isOk = version >= OLDEST_JAVA && version <= NEWEST_JAVA;
        return new Finding(
                "java",
                version + " (" + System.getProperty("os.arch") + ")",
                isOk ? "" : "install Java " + OLDEST_JAVA + " to " + NEWEST_JAVA + " and set JAVA_HOME and PATH to it");
    }

    private static Finding locale() {
        return new Finding(
                "locale",
                "names of files in " + LocaleCharset.name(),
                LocaleCharset.isUtf8() ? "" : LocaleCharset.ADVICE);
    }

    static Finding memory(long heap, int processors) {
        long need = MemoryNeed.bytes(processors, RECORD_BYTES);
        String found = String.format(
                Locale.ROOT, "heap of %,d MiB, %,d needed for %d slots", heap / MIB, need / MIB, processors);
        String advice = String.format(
                Locale.ROOT,
                "set LINTAS_JAVA_OPTS=-Xmx%dm, or build with fewer slots by --parallelism",
                need / MIB + 1);
        return new Finding("memory", found, heap >= need ? "" : advice);
    }

    static Finding writable(String name, Path folder, String advice) {
        try {
            Path probe = Files.createTempFile(folder, "lintas-doctor", ".tmp");
            Files.writeString(probe, "probe");
            Files.delete(probe);
            return new Finding(name, folder + " can be written", "");
        } catch (IOException e) {
            return new Finding(name, folder + " cannot be written", advice);
        }
    }

    private static Finding disk(String name, Path folder, String advice) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = String.format(Locale.ROOT, "%,d MiB free in %s", free / MIB, folder);
            return new Finding(name, found, free >= LEAST_DISK ? "" : advice);
        } catch (IOException e) {
            return new Finding(name, folder + " has no disk that could be asked", advice);
        }
    }

    /** The folder itself, or the first one above it that is there. */
    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there;
    }

    private static Finding zstd() {
        byte[] text = "zstd".getBytes(StandardCharsets.US_ASCII);
        String advice =
                "its library must be written to and loaded from the temporary folder: not one mounted noexec, and a"
                        + " system with glibc";
        try {
            byte[] back = Zstd.decompress(Zstd.compress(text), text.length);
            return new Finding("zstd", "native library loads", back.length == text.length ? "" : advice);
        } catch (LinkageError e) {
            return new Finding("zstd", String.valueOf(e.getMessage()), advice);
        }
    }

    private static Finding snappy() {
        String advice = "needed to read Parquet and Avro in snappy: as for zstd, or -Dorg.xerial.snappy.tempdir in"
                + " LINTAS_JAVA_OPTS";
        try {
            byte[] back = Snappy.uncompress(Snappy.compress(new byte[] {1, 2, 3}));
            return new Finding("snappy", "native library loads", back.length == 3 ? "" : advice);
        } catch (IOException | LinkageError e) {
            return new Finding("snappy", String.valueOf(e.getMessage()), advice);
        }
    }

    private static Finding duckdb() {
        try (DuckDb database = DuckDb.open()) {
            return duckdb(database.version(), MemoryShare.bytes());
        } catch (SQLException e) {
            return new Finding("duckdb", Reason.of(e), "run scripts/lintas, which puts it on the class path");
        }
    }

    static Finding duckdb(String version, long memory) {
        return new Finding(
                "duckdb",
                String.format(Locale.ROOT, "version %s, %,d MiB of memory beside the heap", version, memory / MIB),
                MemoryShare.isLeast(memory)
                        ? "leave it more for checks, report and sql: a smaller -Xmx in LINTAS_JAVA_OPTS"
                        : "");
    }
}
