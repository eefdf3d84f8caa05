package org.lintas.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.quality.SyntheticCorpus.Shape;

class ChecksAtScaleTest {

    @TempDir
    Path temp;

    @BeforeAll
    static void useLocalFiles() {
        FileSystems.setDefaultPipelineOptions(PipelineOptionsFactory.create());
    }

    record Took(String name, double seconds, long peak, String result) {}

    @ParameterizedTest
    @CsvSource({"1000000,300,2,3,5", "1,16000000,22,20,100", "1,300000,500,20,10", "400,30000,20,20,20"})
    void measure(int articles, int characters, int topics, int evidence, int countries)
            throws IOException, SQLException {
        long begin = System.nanoTime();
        Path corpus = temp; if (System.getProperty("keep") != null) { corpus = Path.of("/tmp/checks/synth-" + articles + "-" + characters); }
        if (!Files.exists(corpus.resolve("_SUCCESS"))) {
        Files.createDirectories(corpus);
        SyntheticCorpus.write(corpus, new Shape(articles, characters, topics, evidence, countries));
        }
        System.out.printf("written in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        var took = new ArrayList<Took>();
        double total = 0;
        try (CorpusTables tables = CorpusTables.open(corpus, List.of(), Long.getLong("mem", 1L << 30))) {
            tables.set("text", "full");
            tables.set("past", "there");
            for (Expectation expectation : Expectation.all()) {
                Files.writeString(Path.of("/proc/self/clear_refs"), "5");
                long start = System.nanoTime();
                String result;
                try {
                    result = String.valueOf(tables.rows(expectation.sql()));
                } catch (SQLException e) {
                    result = e.getMessage().lines().findFirst().orElse("");
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                total += seconds;
                long peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                        .findFirst()
                        .orElse(0);
                took.add(new Took(expectation.name(), seconds, peak, result));
            }
        }
        took.sort(Comparator.comparing(Took::seconds).reversed());
        System.out.printf("%d articles of %d: %.1f s%n", articles, characters, total);
        took.stream()
                .limit(14)
                .forEach(t -> System.out.printf(
                        Locale.ROOT, "%-40s %7.2f s %6d MiB  %s%n", t.name(), t.seconds(), t.peak(), t.result()));
        took.stream().filter(t -> t.result().contains("Error") || !t.result().contains(", 0,"))
                .forEach(t -> System.out.println("!! " + t));
        assertThat(took).isNotEmpty();
    }
}
