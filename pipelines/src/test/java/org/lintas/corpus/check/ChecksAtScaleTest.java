package org.lintas.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.corpus.check.SyntheticCorpus.Shape;
import org.lintas.corpus.sql.DuckDb;

/**
 * The cost of expectations: prints the slowest ten with time, peak memory and disk use of DuckDB, and peak memory of the process. Large with {@code
 * -Dlintas.rows.checks=ARTICLES}, 1,000,000 say.
 */
class ChecksAtScaleTest {

    private static final String ARTICLES = "lintas.rows.checks";
    private static final long MEMORY = 1L << 30;
    private static final int SHOWN = 10;
    private static final Pattern PEAK = Pattern.compile("\"system_peak_buffer_memory\": (\\d+)");
    private static final Pattern DISK = Pattern.compile("\"system_peak_temp_dir_size\": (\\d+)");

    @TempDir
    Path temp;

    /** The cost of an expectation in seconds and MiB; peak of the process if the system provides it. */
    private record Taken(String name, double seconds, long memory, long disk, long process) {}

    @Test
    void manyArticles() throws IOException, SQLException {
        int articles = Integer.getInteger(ARTICLES, 2_000);
        measure(new Shape(articles, 300, 2, 3, 5));
    }

    @ParameterizedTest
    @CsvSource({"1,16000000,22,20,100", "1,300000,500,20,10", "400,30000,22,20,20", "180044,2500,2,5,2"})
    void longArticlesAndMuchEvidence(int articles, int characters, int topics, int evidence, int countries)
            throws IOException, SQLException {
        assumeTrue(System.getProperty(ARTICLES) != null, "skipped: no -D" + ARTICLES + "=1000000");
        measure(new Shape(articles, characters, topics, evidence, countries));
    }

    private void measure(Shape shape) throws IOException, SQLException {
        Path corpus = SyntheticCorpus.write(Files.createDirectory(temp.resolve("corpus")), shape);
        Path profile = temp.resolve("profile.json");
        var taken = new ArrayList<Taken>();
        try (CorpusTables tables = CorpusTables.open(corpus, List.of(), MEMORY)) {
            tables.set("text", "full");
            tables.set("past", "there");
            tables.execute("PRAGMA enable_profiling = 'json'");
            tables.execute("PRAGMA profiling_output = " + DuckDb.literal(profile.toString()));
            tables.execute("PRAGMA custom_profiling_settings ="
                    + " '{\"SYSTEM_PEAK_BUFFER_MEMORY\": \"true\", \"SYSTEM_PEAK_TEMP_DIR_SIZE\": \"true\"}'");
            for (Expectation expectation : Expectation.all()) {
                resetPeak();
                long start = System.nanoTime();
                List<String> row = tables.rows(expectation.sql()).get(0);
                double seconds = (System.nanoTime() - start) / 1e9;
                String profileText = Files.readString(profile);
                taken.add(
                        new Taken(expectation.name(), seconds, mib(PEAK, profileText), mib(DISK, profileText), peak()));
                if (expectation.kind() == Expectation.Kind.REQUIRED) {
                    assertThat(row.get(1)).as(expectation.name()).isEqualTo("0");
                }
            }
        }
        print(shape, taken);
        assertThat(taken).allSatisfy(t -> assertThat(t.memory()).isLessThan(MEMORY >> 20));
    }

    private static void print(Shape shape, List<Taken> taken) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f s%n",
                shape,
                taken.stream().mapToDouble(Taken::seconds).sum());
        taken.stream()
                .sorted(Comparator.comparing(Taken::seconds).reversed())
                .limit(SHOWN)
                .forEach(t -> System.out.printf(
                        Locale.ROOT,
                        "  %-34s %6.2f s  DuckDB %5d MiB  on disk %5d MiB  process %5d MiB%n",
                        t.name(),
                        t.seconds(),
                        t.memory(),
                        t.disk(),
                        t.process()));
    }

    private static long mib(Pattern pattern, String profile) {
        Matcher matcher = pattern.matcher(profile);
        return matcher.find() ? Long.parseLong(matcher.group(1)) >> 20 : 0;
    }

    /** Resets the peak that Linux records. */
    private static void resetPeak() throws IOException {
        Path clear = Path.of("/proc/self/clear_refs");
        if (Files.isWritable(clear)) {
            Files.writeString(clear, "5");
        }
    }

    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10)
                .sum();
    }
}
