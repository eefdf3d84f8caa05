package org.lintas.corpus.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lintas.dataset.Manifest;
import org.lintas.schemas.Dataset;

/** Croissant 1.1: required properties, and no dangling references. */
class CroissantTest {

    private static final String MANIFEST = """
            {"run_id": "7f3c2f1e-9a43-4d0b-8a55-0c9a5a8f1a11",
             "versions": {"lintas.version": "0.1.0-SNAPSHOT"},
             "options": {"text": "excerpt", "maskPersonalNumbers": "true"},
             "timings": {"finished": "2025-11-02T03:04:05Z"},
             "conservation": {"read": {"total": 12}, "written": {"articles": 9, "duplicates": 2, "rejects": 1}},
             "articles_by_language": {"th": 4, "id": 5},
             "inputs": [{"path": "a"}],
             "files": [{"path": "articles/language=id/part-00000-of-00001.zstd.parquet", "rows": 5, "bytes": 1234,
                        "sha256": "619c3e2fb205b0b3365d4fe2833fa9a48b66b869841b99290d787e4e7cc61dc2"}]}
            """;

    private static JsonNode croissant;

    @BeforeAll
    static void describe() throws IOException {
        croissant = new ObjectMapper().readTree(Croissant.json(Manifest.parse(MANIFEST)));
    }

    @Test
    void everyRequiredPropertyIsThere() {
        for (String property : List.of(
                "@context",
                "@type",
                "conformsTo",
                "name",
                "description",
                "license",
                "url",
                "creator",
                "datePublished",
                "distribution",
                "recordSet")) {
            assertThat(croissant.path(property).isMissingNode()).as(property).isFalse();
        }
        assertThat(croissant.path("@type").asText()).isEqualTo("sc:Dataset");
        assertThat(croissant.path("conformsTo").asText()).isEqualTo("http://mlcommons.org/croissant/1.1");
        assertThat(croissant.at("/@context/@vocab").asText()).isEqualTo("https://schema.org/");
        assertThat(croissant.at("/@context/cr").asText()).isEqualTo("http://mlcommons.org/croissant/");
        assertThat(croissant.at("/@context/dataType/@type").asText()).isEqualTo("@vocab");
        assertThat(croissant.path("version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(croissant.path("inLanguage")).extracting(JsonNode::asText).containsExactly("id", "th");
    }

    @Test
    void filesComeWithSizeAndDigest() {
        JsonNode file = with("@id", "articles/language=id/part-00000-of-00001.zstd.parquet");

        assertThat(file.path("@type").asText()).isEqualTo("cr:FileObject");
        assertThat(file.path("contentUrl").asText()).isEqualTo(file.path("@id").asText());
        assertThat(file.path("contentSize").asText()).isEqualTo("1234 B");
        assertThat(file.path("sha256").asText()).matches("[0-9a-f]{64}");
    }

    @Test
    void thePagesForPeopleAreNamed() {
        JsonNode pages = with("@id", "pages");

        assertThat(pages.path("description").asText()).contains("report.html", "quality.html");
        assertThat(pages.path("includes").asText()).isEqualTo("*.html");
        assertThat(pages.has("containedIn")).isFalse();
    }

    @Test
    void everyDatasetIsARecordSetWithAFieldAColumn() {
        assertThat(croissant.path("recordSet")).hasSameSizeAs(Dataset.values());
        for (Dataset dataset : Dataset.values()) {
            JsonNode recordSet = StreamSupport.stream(
                            croissant.path("recordSet").spliterator(), false)
                    .filter(node -> node.path("@id").asText().equals(dataset.folder()))
                    .findFirst()
                    .orElseThrow();
            assertThat(recordSet.path("field")).hasSameSizeAs(dataset.schema().getFields());
            for (JsonNode field : recordSet.path("field")) {
                assertThat(field.path("description").asText())
                        .as(field.path("@id").asText())
                        .isNotBlank();
                assertThat(field.has("dataType") || field.has("subField")).isTrue();
                assertThat(field.at("/source/extract/column").asText()).isNotBlank();
            }
        }
    }

    @Test
    void idsAreUniqueAndAllReferencesLeadSomewhere() {
        var defined = new ArrayList<String>();
        Set<String> referred = new TreeSet<>();
        walk(croissant, defined, referred);

        assertThat(defined).doesNotHaveDuplicates().hasSizeGreaterThan(80);
        assertThat(defined).containsAll(referred);
        assertThat(referred).contains("articles/article_id", "articles-files");
    }

    /** An object with an id and nothing else refers to the one that has more. */
    private static void walk(JsonNode node, List<String> defined, Set<String> referred) {
        if (node.isObject() && node.has("@id") && !node.path("@id").asText().startsWith("cr:")) {
            if (node.size() == 1) {
                referred.add(node.path("@id").asText());
            } else {
                defined.add(node.path("@id").asText());
            }
        }
        node.forEach(inner -> walk(inner, defined, referred));
    }

    @Test
    void theCardContainsNumbersSettingsAndQuality() throws IOException {
        String card = DatasetCard.markdown(Manifest.parse(MANIFEST));

        assertThat(card)
                .contains("9 news articles", "| id | 5 |", "Built on 2025-11-02")
                .contains("texts\nare `excerpt`, personal numbers are masked")
                .contains("never that anybody is guilty")
                .doesNotContainPattern("\\{[a-z]+\\}");
        String quality = Files.readString(Path.of("src/main/resources/org/lintas/corpus/card/quality.txt"));
        assertThat(card).contains("```\n" + quality.strip() + "\n```");
        assertThat(quality).contains("lang   read", "kind          texts");
        assertThat(Path.of("../docs/quality.md")).content().contains("corpus/card/quality.txt");
    }

    private static JsonNode with(String property, String value) {
        return StreamSupport.stream(croissant.path("distribution").spliterator(), false)
                .filter(node -> node.path(property).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
