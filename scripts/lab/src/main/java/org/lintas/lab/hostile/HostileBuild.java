package org.lintas.lab.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.corpus.sql.CorpusDatabase;

/**
 * What a build made of a folder of hostile files, in a process of its own with little memory.
 *
 * @param exitCode of the process; -1 if it was ended after {@link #LIMIT}
 * @param seconds wall time
 * @param peakMiB most that the process had in memory; 0 where the system does not tell
 * @param articles,duplicates,rejects rows
 * @param missing marks of sound articles that are not there
 * @param forged articles and copies of the address that no file was fetched from
 * @param log standard error
 */
record HostileBuild(
        int exitCode,
        double seconds,
        long peakMiB,
        long articles,
        long duplicates,
        long rejects,
        Set<String> missing,
        long forged,
        String log) {

    /** The host that forged records name. */
    static final String FORGED_HOST = "forged.example";

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    static HostileBuild of(Path input, Path output, Path log, List<String> flags, SoundArticles sound)
            throws IOException, InterruptedException, SQLException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.lintas.cli.Lintas",
                "build",
                "--input=" + input,
                "--output=" + output,
                "--languages=any"));
        command.addAll(flags);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long peak = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMiB(process.pid()));
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                process.destroyForcibly().waitFor();
                return failed(-1, begun, peak, log, sound);
            }
        }
        if (process.exitValue() != 0) {
            return failed(process.exitValue(), begun, peak, log, sound);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        try (CorpusDatabase corpus = CorpusDatabase.open(output)) {
            List<String> texts = corpus.query("SELECT substr(text, 1, 200) FROM articles", row -> row.getString(1));
            String forged = "SELECT (SELECT count(*) FROM articles WHERE url LIKE '%" + FORGED_HOST
                    + "%') + (SELECT count(*) FROM duplicates WHERE url LIKE '%" + FORGED_HOST + "%')";
            return new HostileBuild(
                    0,
                    seconds,
                    peak,
                    texts.size(),
                    count(corpus, "SELECT count(*) FROM duplicates"),
                    count(corpus, "SELECT count(*) FROM rejects"),
                    sound.missing(texts),
                    count(corpus, forged),
                    Files.readString(log));
        }
    }

    private static HostileBuild failed(int exitCode, long begun, long peak, Path log, SoundArticles sound)
            throws IOException {
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new HostileBuild(exitCode, seconds, peak, 0, 0, 0, sound.missing(List.of()), 0, Files.readString(log));
    }

    private static long count(CorpusDatabase corpus, String sql) throws SQLException {
        return corpus.query(sql, row -> row.getLong(1)).get(0);
    }

    private static long peakMiB(long pid) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return peak.find() ? Long.parseLong(peak.group(1)) >> 10 : 0;
        } catch (IOException e) {
            // The process has just ended, or this system has no such files.
            return 0;
        }
    }

    /** Whether all that is sound was found, nothing was forged, and the run ended well. */
    boolean holds() {
        return exitCode == 0 && missing.isEmpty() && forged == 0;
    }
}
