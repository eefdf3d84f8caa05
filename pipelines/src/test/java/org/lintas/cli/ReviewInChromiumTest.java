package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.failure.ExitCode;

/** The page of {@code review} in a real browser, where there is one. */
class ReviewInChromiumTest {

    @TempDir
    Path work;

    private Chromium chromium;

    @BeforeEach
    void thereIsABrowser() {
        assumeTrue(Chromium.find().isPresent(), "skipped: no Chromium on this machine");
        chromium = Chromium.find().orElseThrow();
    }

    @Test
    void keysDecideAndWhatIsSavedIsWhatWasDecided() throws Exception {
        page("--sample=random");
        Path use = work.resolve("use.html");
        Files.copy(getClass().getResourceAsStream("use-review.html"), use);

        Chromium.Opened opened = chromium.open(use, work);

        List<String> said =
                opened.document().select("pre").first().wholeText().lines().toList();
        assertThat(opened.console()).isEmpty();
        Map<String, String> of = new HashMap<>();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : said) {
            if (line.startsWith("line ")) {
                lines.add(new ObjectMapper().readTree(line.substring("line ".length())));
            } else {
                of.put(line.replaceAll(":.*", ""), line.replaceAll("^[^:]*: ?", ""));
            }
        }
        assertThat(said).contains("finished");
        assertThat(said)
                .contains("start: 0 of 100 read", "Enter: 1 of 100 read, article 1", "u: 0 of 100 read, article 0")
                .contains("u: There is nothing to undo.")
                .contains("help: true", "help: false", "marks: true", "evidence: 1", "Thai layout: article 6")
                .contains("end: 100 of 100 read, All are read: save your corrections.")
                .contains("unnamed: nothing, Give your name first: it stands in each line.");
        assertThat(of.get("2")).endsWith(": mention");
        assertThat(of.get("3")).startsWith(of.get("2").replace(": mention", ": none"));
        assertThat(of.get("country")).endsWith(": wrong");
        assertThat(of.get("added")).endsWith("Piracy and armed robbery at sea: mention");
        assertThat(of.get("again")).isEqualTo("3 of 100 read, same lines true");
        assertThat(of.get("unread")).startsWith("not yet read, ");

        assertThat(lines).allSatisfy(line -> {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("article_id", "field", "value", "grade", "reader", "at");
            assertThat(line.path("reader").asText()).isEqualTo("Sari \"W\" <b>");
            assertThat(line.path("at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        });
        assertThat(decisions(lines, of.get("labelled")))
                .hasSize(21 + 1)
                .anyMatch(line -> line.matches("topic \\w+ none"))
                .anyMatch(line -> line.matches("country [A-Z]{2} none"))
                .contains("topic maritime_piracy mention");
        assertThat(decisions(lines, of.get("copied"))).containsExactly("duplicate " + of.get("copy") + " none");
        assertThat(decisions(lines, of.get("gone"))).containsExactly("article  none");
        assertThat(decisions(lines, of.get("plain")))
                .hasSize(21)
                .contains("topic drug_trafficking none")
                .allMatch(line -> line.matches("topic \\w+ none"));
        assertThat(lines).hasSize(22 + 1 + 1 + 21);
    }

    @Test
    void hostileTextIsText() throws Exception {
        Path page = Files.writeString(work.resolve("review.html"), ReviewCorpusTest.hostilePage());

        Chromium.Opened opened = chromium.open(page, work);

        assertThat(opened.console()).isEmpty();
        assertThat(opened.document().title()).isEqualTo("Review of <b>{style}");
        assertThat(opened.document().select("#title").text())
                .contains("<script>document.title='ran'</script><img src=x");
        assertThat(opened.document().select("#text").text()).contains("</script><script>");
        assertThat(opened.document().select("#text mark").eachText()).containsExactly("x");
        assertThat(opened.document().select("img, b b, a[href^=javascript]")).isEmpty();
        assertThat(opened.document().select("script")).hasSize(2);
        assertThat(opened.document().select("#rest").text()).endsWith(" more characters are not shown.");
    }

    /** If a script got into the page, the policy would still block it. */
    @Test
    void thePolicyBlocksOtherScripts() throws Exception {
        Path page = page("--articles=1");
        Files.writeString(
                page,
                Files.readString(page)
                        .replace(
                                "<header>",
                                "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\"><header>"));

        Chromium.Opened opened = chromium.open(page, work);

        assertThat(opened.document().title()).startsWith("Review of ");
        assertThat(opened.document().select("#topics .row")).isNotEmpty();
        assertThat(opened.console())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.contains("Content Security Policy"));
    }

    /** A page in a {@code data:} URL may store nothing. */
    @Test
    void worksWhereNothingCanBeKept() throws Exception {
        byte[] page = Files.readAllBytes(page("--articles=1"));
        String address =
                "data:text/html;charset=utf-8;base64," + Base64.getEncoder().encodeToString(page);

        Chromium.Opened opened = chromium.open(URI.create(address), work);

        assertThat(opened.console()).isEmpty();
        assertThat(opened.document().select("#status").text())
                .isEqualTo("This browser keeps no decisions: save before you close the page.");
        assertThat(opened.document().select("#topics .row")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableAtEveryWidth(String scheme) throws Exception {
        Files.move(page("--articles=30"), work.resolve("report.html"));
        Path measure = work.resolve("measure.html");
        Files.copy(getClass().getResourceAsStream("measure.html"), measure);
        boolean isDark = scheme.equals("dark");

        List<String> measured = chromium.open(
                        measure, work, "--blink-settings=preferredColorScheme=" + (isDark ? 0 : 1))
                .document()
                .select("pre")
                .first()
                .wholeText()
                .lines()
                .toList();

        assertThat(measured)
                .contains("320 scrolls false", "390 scrolls false", "768 scrolls false", "1280 scrolls false")
                .contains("320 dark " + isDark, "1280 dark " + isDark)
                .contains("320 columns 1", "1280 columns 2")
                .noneMatch(line -> line.contains("faint"));
    }

    private Path page(String... flags) {
        Path page = work.resolve("review.html");
        var all = new ArrayList<>(List.of(flags));
        all.add("--output=" + page);
        assertThat(ReviewCorpusTest.review(all.toArray(String[]::new))).isEqualTo(ExitCode.OK);
        return page;
    }

    private static List<String> decisions(List<JsonNode> lines, String article) {
        return lines.stream()
                .filter(line -> line.path("article_id").asText().equals(article))
                .map(line -> line.path("field").asText() + " "
                        + line.path("value").asText() + " " + line.path("grade").asText())
                .toList();
    }
}
