package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;

class ExportCorpusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void writesEntitiesArticlesAndMentionsThatReferToEachOther(@TempDir Path folder) throws IOException {
        List<JsonNode> lines = export(folder.resolve("sample.ftm.json"));

        Set<String> ids = new HashSet<>();
        lines.forEach(line -> assertThat(ids.add(line.path("id").asText()))
                .as(line.toString())
                .isTrue());
        for (JsonNode line : lines) {
            for (String reference : List.of("document", "resolved", "entity")) {
                line.path("properties")
                        .path(reference)
                        .forEach(id -> assertThat(ids).contains(id.asText()));
            }
        }
        assertThat(lines)
                .extracting(line -> line.path("schema").asText())
                .contains("Organization", "Person", "Article", "Mention");
    }

    @Test
    void anEntityHasItsNamesAndAnArticleNoText(@TempDir Path folder) throws IOException {
        List<JsonNode> lines = export(folder.resolve("sample.ftm.json"));

        assertThat(line(lines, "lintas-entity-cites").toString())
                .contains("\"schema\":\"Organization\"", "\"name\":[\"CITES\"]", "อนุสัญญาไซเตส");
        assertThat(lines)
                .filteredOn(line -> line.path("schema").asText().equals("Article"))
                .isNotEmpty()
                .allSatisfy(article -> {
                    assertThat(article.at("/properties/title")).hasSize(1);
                    assertThat(article.at("/properties/bodyText").isMissingNode())
                            .isTrue();
                });
    }

    @Test
    void foundNamesAreMentionsOfNobody(@TempDir Path folder) throws IOException {
        List<JsonNode> lines = export(folder.resolve("sample.ftm.json"));

        assertThat(lines)
                .filteredOn(line -> line.toString().contains("Baskoro Dwija"))
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.path("schema").asText()).isEqualTo("Mention");
                    assertThat(mention.at("/properties/resolved").isMissingNode())
                            .isTrue();
                });
    }

    @Test
    void refusesAFileThatExistsAndLeavesItAsItIs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "mine");

        assertThat(run("--format=ftm", "--output=" + file)).isEqualTo(ExitCode.USAGE);

        assertThat(file).hasContent("mine");
    }

    @Test
    void needsAFormatAndAFile(@TempDir Path folder) {
        assertThat(run("--output=" + folder.resolve("a"))).isEqualTo(ExitCode.USAGE);
        assertThat(run("--format=xml", "--output=" + folder.resolve("a"))).isEqualTo(ExitCode.USAGE);
        assertThat(run("--format=ftm")).isEqualTo(ExitCode.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    private static List<JsonNode> export(Path file) throws IOException {
        assertThat(run("--format=ftm", "--output=" + file)).isEqualTo(ExitCode.OK);
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static JsonNode line(List<JsonNode> lines, String id) {
        return lines.stream()
                .filter(line -> line.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ExitCode run(String... flags) {
        var args = new ArrayList<>(List.of("--corpus=" + SampleCorpus.folder()));
        args.addAll(List.of(flags));
        return Lintas.run("export", args.toArray(String[]::new));
    }
}
