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

/** Checks whether the machine meets the requirements of a run. */
public final class SystemCheck {

    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA = 21;
    private static final long MIN_DISK = 10L << 30;
    private static final long MIB = 1L << 20;

    /** Default of --maxRecordBytes. */
    private static final int RECORD_BYTES = 16 << 20;

    /**
     * The result of one check.
     *
     * @param found what was found
     * @param advice what to do; empty if the check passed
     */
    public record Result(String name, String found, String advice) {
        public boolean isOk() {
            return advice.isEmpty();
        }

        /** The result as one line of text. */
        public String line() {
            return String.format(
                    Locale.ROOT, "%-5s %-10s %s%s", isOk() ? "OK" : "FAIL", name, found, isOk() ? "" : ": " + advice);
        }
    }

    private SystemCheck() {}

    /**
     * Runs all checks.
     *
     * @param output folder whose disk is also checked
     */
    public static List<Result> all(Optional<String> output) {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        int processors = Runtime.getRuntime().availableProcessors();
        var results = new ArrayList<Result>();
        results.add(java(Runtime.version().feature()));
        results.add(locale());
        results.add(memory(Runtime.getRuntime().maxMemory(), processors));
        results.add(writable("temporary", temp, "set -Djava.io.tmpdir in LINTAS_JAVA_OPTS"));
        results.add(disk("temporary", temp, "set -Djava.io.tmpdir in LINTAS_JAVA_OPTS to a larger disk"));
        output.map(Path::of).ifPresent(folder -> {
            results.add(writable("output", nearest(folder), "choose another --output"));
            results.add(disk("output", nearest(folder), "free disk space, or choose another --output"));
        });
        results.add(zstd());
        results.add(snappy());
        results.add(duckdb());
        return results;
    }

    static Result java(int version) {
        boolean isOk = version >= OLDEST_JAVA && version <= NEWEST_JAVA;
        return new Result(
                "java",
                version + " (" + System.getProperty("os.arch") + ")",
                isOk ? "" : "install Java " + OLDEST_JAVA + " to " + NEWEST_JAVA + " and set JAVA_HOME and PATH to it");
    }

    private static Result locale() {
        return new Result(
                "locale", "file names in " + LocaleCharset.name(), LocaleCharset.isUtf8() ? "" : LocaleCharset.ADVICE);
    }

    static Result memory(long heap, int processors) {
        long need = MemoryNeed.bytes(processors, RECORD_BYTES);
        String found = String.format(
                Locale.ROOT, "heap of %,d MiB, %,d needed for %d slots", heap / MIB, need / MIB, processors);
        String advice = String.format(
                Locale.ROOT, "set LINTAS_JAVA_OPTS=-Xmx%dm, or build with a lower --parallelism", need / MIB + 1);
        return new Result("memory", found, heap >= need ? "" : advice);
    }

    static Result writable(String name, Path folder, String advice) {
        try {
            Path probe = Files.createTempFile(folder, "lintas-doctor", ".tmp");
            Files.writeString(probe, "probe");
            Files.delete(probe);
            return new Result(name, folder + " is writable", "");
        } catch (IOException e) {
            return new Result(name, folder + " is not writable", advice);
        }
    }

    private static Result disk(String name, Path folder, String advice) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String found = String.format(Locale.ROOT, "%,d MiB free in %s", free / MIB, folder);
            return new Result(name, found, free >= MIN_DISK ? "" : advice);
        } catch (IOException e) {
            return new Result(name, folder + ": free space cannot be determined", advice);
        }
    }

    /** The folder itself, or its nearest existing parent. */
    private static Path nearest(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static Result zstd() {
        byte[] text = "zstd".getBytes(StandardCharsets.US_ASCII);
        String advice =
                "the native library is loaded from the temporary folder, which must not be mounted noexec; the system needs"
                        + " glibc";
        try {
            byte[] back = Zstd.decompress(Zstd.compress(text), text.length);
            return new Result("zstd", "native library loads", back.length == text.length ? "" : advice);
        } catch (LinkageError e) {
            return new Result("zstd", String.valueOf(e.getMessage()), advice);
        }
    }

    private static Result snappy() {
        String advice =
                "needed to read Parquet and Avro compressed with snappy: see zstd, or set -Dorg.xerial.snappy.tempdir in"
                        + " LINTAS_JAVA_OPTS";
        try {
            byte[] back = Snappy.uncompress(Snappy.compress(new byte[] {1, 2, 3}));
            return new Result("snappy", "native library loads", back.length == 3 ? "" : advice);
        } catch (IOException | LinkageError e) {
            return new Result("snappy", String.valueOf(e.getMessage()), advice);
        }
    }

    private static Result duckdb() {
        try (DuckDb database = DuckDb.open()) {
            return duckdb(database.version(), MemoryShare.bytes());
        } catch (SQLException e) {
            return new Result("duckdb", Reason.of(e), "run scripts/lintas, which adds it to the class path");
        }
    }

    static Result duckdb(String version, long memory) {
        return new Result(
                "duckdb",
                String.format(Locale.ROOT, "version %s, %,d MiB of memory outside the heap", version, memory / MIB),
                MemoryShare.isLeast(memory)
                        ? "leave more memory for check, report and sql: set a smaller -Xmx in LINTAS_JAVA_OPTS"
                        : "");
    }
}
