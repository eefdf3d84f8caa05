package org.lintas.lab.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TogetherTest {

    private static final List<String> REPORTS = List.of(
            report(
                    "a",
                    "2019-05-08",
                    "Police seized 320 kg of crystal methamphetamine in a truck near Hat Yai on Tuesday and arrested two men."),
            report(
                    "a",
                    "2019-05-09",
                    "Two men were arrested after 320 kg of crystal methamphetamine were found in a truck in Hat Yai."),
            report(
                    "b",
                    "2023-11-21",
                    "Police seized 12 kg of heroin in a hotel in Vientiane on Monday and arrested a woman."),
            report(
                    "b",
                    "2023-11-22",
                    "A woman was arrested after 12 kg of heroin were found in a hotel in Vientiane."));

    @TempDir
    private Path folder;

    @Test
    void incidentsAreMovedWithAllTheirReports() throws Exception {
        Path file = folder.resolve("held-9.jsonl");
        Files.writeString(file, String.join("\n", REPORTS));
        var together = new Together();
        together.add("held-9.jsonl", Written.read(file, new Labeller()));

        String printed = printed(() -> together.print("held", 15));

        assertThat(printed).contains("within 15 days: 4 reports");
        assertThat(printed)
                .as("two pairs, both found, and nothing else")
                .containsPattern("  incidents +2 +1\\.000 +1\\.000");
        assertThat(printed).contains("of one report of each incident: 0 of 2 joined to another");
    }

    @Test
    void whatIsYearsApartIsMovedTogether() throws Exception {
        Path file = folder.resolve("held-9.jsonl");
        Files.writeString(
                file,
                REPORTS.get(0) + "\n" + REPORTS.get(0).replace("\"a\"", "\"b\"").replace("2019-05-08", "2023-05-10"));
        var together = new Together();
        together.add("held-9.jsonl", Written.read(file, new Labeller()));

        assertThat(printed(() -> together.print("held", 1)))
                .contains("of one report of each incident: 1 of 2 joined to another");
        assertThat(printed(() -> together.printAsWritten("held")))
                .contains("held together, as written: 2 reports", "of one report of each incident: 0 of 2 joined");
    }

    private static String printed(Runnable work) {
        PrintStream out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String report(String incident, String published, String text) {
        return """
                {"incident": "%s", "role": "report", "language": "en", "outlet": "news.example", "published": "%s", "title": "", "text": "%s", "figures": {}}""".formatted(incident, published, text);
    }
}
