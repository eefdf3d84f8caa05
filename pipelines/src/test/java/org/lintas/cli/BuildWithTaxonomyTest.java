package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.failure.ExitCode;
import org.lintas.schemas.Dataset;

/** A topic of fifteen terms in one language and a place that a user brings, from the flag to the report. */
class BuildWithTaxonomyTest {

    private static final String ROBBERY = """
            name: "Robbery and theft"
            definition: "Robbery of people, shops and homes, snatch theft, burglary, and stolen vehicles."
            terms:
              ms:
                - {term: "samun", kind: core}
                - {term: "menyamun", kind: core}
                - {term: "disamun", kind: core}
                - {term: "penyamun*", kind: core}
                - {term: "rompak", kind: core}
                - {term: "merompak", kind: core}
                - {term: "perompak*", kind: core, weight: 0.7}
                - {term: "pecah rumah", kind: core}
                - {term: "ragut", kind: core}
                - {term: "peragut", kind: core}
                - {term: "mencuri", kind: core, weight: 0.8}
                - {term: "curi", kind: core, weight: 0.7}
                - {term: "kecurian", kind: core, weight: 0.8}
                - {term: "parang", kind: supporting}
                - {term: "juruwang", kind: context}
            """;

    @TempDir
    static Path temp;

    private static Path mine;
    private static Path places;
    private static Path corpus;

    @BeforeAll
    static void build() throws IOException {
        mine = Files.createDirectory(temp.resolve("mine"));
        Files.writeString(mine.resolve("robbery.yaml"), ROBBERY);
        Files.writeString(mine.resolve("README.md"), "No part of it.");
        places = Files.writeString(
                temp.resolve("places.tsv"), "Kuala Perlis\tMY\tcity\tany\tKuala Perlis\t6.40\t100.13\n");
        corpus = sample("one", 1);
    }

    private static Path sample(String name, int parallelism) {
        Path output = temp.resolve(name);
        assertThat(Lintas.run(
                        "build",
                        "--input=" + Path.of("src/sample").toAbsolutePath(),
                        "--output=" + output,
                        "--taxonomy=" + mine,
                        "--places=" + places,
                        "--watch=src/sample-watch.tsv",
                        "--parallelism=" + parallelism))
                .isEqualTo(ExitCode.OK);
        return output;
    }

    @Test
    void theTopicIsFoundAndTheOthersStayAsTheyAre() {
        assertThat(new Corpus(corpus).query("SELECT language, grade FROM article_topics WHERE topic = 'robbery'"))
                .containsExactly("ms\tmain");
        String others = "SELECT * FROM article_topics WHERE topic <> 'robbery' ORDER BY ALL";
        assertThat(new Corpus(corpus).query(others)).isEqualTo(new Corpus(SampleCorpus.folder()).query(others));
        assertThat(new Corpus(corpus).query("SELECT count(*) FROM articles WHERE list_contains(topics, 'robbery')"))
                .containsExactly("1");
    }

    @Test
    void thePlaceIsFoundAndTheOthersStayAsTheyAre() throws IOException {
        assertThat(new Corpus(corpus)
                        .query("SELECT language, country, kind, lat, lon FROM article_places"
                                + " WHERE place = 'Kuala Perlis'"))
                .containsExactly("ms\tMY\tcity\t6.4\t100.13");
        // Perlis was read in it before: the longer name counts.
        String others = "SELECT * FROM article_places WHERE NOT contains(place, 'Perlis') ORDER BY ALL";
        assertThat(new Corpus(corpus).query(others)).isEqualTo(new Corpus(SampleCorpus.folder()).query(others));

        JsonNode manifest =
                new ObjectMapper().readTree(corpus.resolve("_manifest.json").toFile());
        String digest = manifest.at("/options/placesSha256").asText();
        assertThat(manifest.at("/options/places").asText()).isEqualTo(places.toString());
        assertThat(manifest.at("/versions/lintas.places").asText()).endsWith("+" + digest.substring(0, 12));
        assertThat(corpus.resolve("README.md")).content().contains(digest);
        assertThat(corpus.resolve("croissant.json")).content().contains(digest);
    }

    @Test
    void twoTasksGiveTheSameRows() {
        Path two = sample("two", 2);

        for (Dataset dataset : Dataset.values()) {
            assertThat(new Corpus(two).rows(dataset)).as(dataset.folder()).isEqualTo(new Corpus(corpus).rows(dataset));
        }
    }

    @Test
    void theCorpusSaysWhatWasUsed() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(corpus.resolve("_manifest.json").toFile());
        String digest = manifest.at("/options/taxonomySha256").asText();
        String version = manifest.at("/versions/lintas.taxonomy").asText();

        assertThat(manifest.at("/options/taxonomy").asText()).isEqualTo(mine.toString());
        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(version).endsWith("+" + digest.substring(0, 12));
        assertThat(new Corpus(corpus).query("SELECT position, name, version FROM taxonomy WHERE topic = 'robbery'"))
                .containsExactly("22\tRobbery and theft\t" + version);
        assertThat(new Corpus(corpus)
                        .query("SELECT count(*), min(version) FROM taxonomy_terms WHERE topic = 'robbery'"))
                .containsExactly("15\t" + version);
        assertThat(corpus.resolve("README.md")).content().contains(digest, "taxonomy " + version);
        assertThat(corpus.resolve("croissant.json")).content().contains(digest);
        assertThat(corpus.resolve("report.html")).content().contains("Robbery");
        assertThat(SampleCorpus.folder().resolve("README.md")).content().doesNotContain("files of the user");
    }

    @Test
    void recipesAndChecksKnowTheTopic() {
        assertThat(HelpTest.captured(() -> Lintas.run(
                        "sql", "--corpus=" + corpus, "--recipe=evidence-terms", "--topic=robbery", "--format=csv")))
                .satisfies(result -> {
                    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.OK);
                    assertThat(result.out().lines().count()).isGreaterThan(1);
                });
        assertThat(Lintas.run("check", "--corpus=" + corpus)).isEqualTo(ExitCode.OK);
    }

    @Test
    void aCorpusOfAnotherTaxonomyIsNotMergedWithoutAWord() throws IOException {
        Path input = Files.writeString(
                temp.resolve("more.jsonl"),
                "{\"id\": \"1\", \"title\": \"Dua lelaki samun kedai emas\", \"text\": \""
                        + "Dua lelaki menyamun sebuah kedai emas di Klang"
                        + " pada petang semalam dan melarikan rantai serta cincin. Polis sedang memburu penyamun itu. "
                                .repeat(3)
                        + "\"}\n");
        Path plain = temp.resolve("plain");
        HelpTest.Captured built = HelpTest.captured(() -> Lintas.run(
                "build", "--input=" + input, "--output=" + plain, "--previous=" + corpus, "--parallelism=1"));

        assertThat(built.code()).as(built.err()).isEqualTo(ExitCode.OK);
        assertThat(built.err()).contains("--previous: earlier corpora have topics of taxonomy ", "give the --taxonomy");
        assertThat(built.err()).contains("--previous: places of earlier corpora are those of ", "give the --places");
        HelpTest.Captured merged = HelpTest.captured(
                () -> Lintas.run("compact", "--corpus=" + corpus + "," + plain, "--output=" + temp.resolve("merged")));
        assertThat(merged.code()).isEqualTo(ExitCode.USAGE);
        assertThat(merged.err()).contains("--corpus: topics are those of taxonomies ", "with the same --taxonomy");

        Path single = temp.resolve("single");
        assertThat(Lintas.run("compact", "--corpus=" + corpus, "--output=" + single))
                .isEqualTo(ExitCode.OK);
        assertThat(single.resolve("_manifest.json"))
                .content()
                .contains(
                        new Corpus(corpus)
                                .query("SELECT min(version) FROM taxonomy")
                                .get(0),
                        "taxonomySha256",
                        "placesSha256");
    }

    @Test
    void whatIsExportedCanBeCheckedAndUsed() throws IOException {
        Path exported = temp.resolve("exported");

        assertThat(Lintas.run("taxonomy", "export", "--output=" + exported)).isEqualTo(ExitCode.OK);

        try (Stream<Path> files = Files.list(exported)) {
            assertThat(files).hasSize(22);
        }
        HelpTest.Captured checked = HelpTest.captured(() -> Lintas.run("taxonomy", "check", exported.toString()));
        assertThat(checked.code()).isEqualTo(ExitCode.OK);
        assertThat(checked.out()).isEqualTo("22 files, 41,437 terms, 0 remarks\n");
        assertThat(HelpTest.captured(() -> Lintas.run("taxonomy", "export", "--output=" + exported)))
                .satisfies(again -> {
                    assertThat(again.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(again.err()).contains("is not empty; choose another");
                });
    }

    @Test
    void termsAreCountedInACorpus() {
        HelpTest.Captured checked =
                HelpTest.captured(() -> Lintas.run("taxonomy", "check", mine.toString(), "--corpus=" + corpus));

        assertThat(checked.code()).isEqualTo(ExitCode.OK);
        assertThat(checked.out().lines())
                .contains("robbery.yaml:7: 'disamun' is in none of 9 articles in ms")
                .noneMatch(line -> line.contains("'samun'"));
    }

    @Test
    void allThatIsWrongIsTold() throws IOException {
        Path wrong = Files.createDirectory(temp.resolve("wrong"));
        Files.writeString(wrong.resolve("robbery.yaml"), ROBBERY.replace("  ms:", "  xx:"));
        Files.write(wrong.resolve("theft.yaml"), new byte[] {'n', ':', ' ', 'a', '\n', 'b', (byte) 0xFF, '\n'});
        Files.writeString(wrong.resolve("fraud.yml"), ROBBERY);
        Files.write(wrong.resolve("large.yaml"), new byte[(1 << 20) + 1]);

        HelpTest.Captured checked = HelpTest.captured(() -> Lintas.run("taxonomy", "check", wrong.toString()));

        assertThat(checked.code()).isEqualTo(ExitCode.USAGE);
        assertThat(checked.out().lines().toList())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("fraud.yml:1: name the file TOPIC.yaml"),
                        line -> assertThat(line).startsWith("large.yaml:1: has more than 1,048,576 bytes"),
                        line -> assertThat(line).startsWith("theft.yaml:2: is not UTF-8"),
                        line -> assertThat(line).startsWith("robbery.yaml:4: language 'xx' is unknown"),
                        line -> assertThat(line).startsWith("robbery.yaml:3: has no terms"));
        assertThat(HelpTest.captured(() -> Lintas.run(
                        "build", "--input=src/sample", "--output=" + temp.resolve("none"), "--taxonomy=" + wrong)))
                .satisfies(built -> {
                    assertThat(built.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(built.err())
                            .startsWith("lintas: --taxonomy=" + wrong + ": fraud.yml:1: ")
                            .contains("; and 4 more, which lintas taxonomy check lists");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    taxonomy                          | USAGE         | give a command: export, check
                    taxonomy exprot                   | USAGE         | exprot: no such command; did you mean export?
                    taxonomy check                    | USAGE         | lists them
                    taxonomy check TEMP/none          | INPUT_MISSING | no folder with .yaml files; lintas taxonomy export writes some
                    taxonomy check TEMP/mine --corpus=TEMP/none | INPUT_MISSING | --corpus=
                    taxonomy export                   | USAGE         | --output is missing
                    taxonomy export --output=TEMP/mine/README.md | USAGE | is a file; name a folder
                    build --input=src/sample --output=TEMP/n --taxonomy=TEMP/none | INPUT_MISSING | --taxonomy=
                    """)
    void badUsageIsOneLine(String line, ExitCode code, String message) {
        List<String> args =
                List.of(line.strip().replace("TEMP", temp.toString()).split("\\s+"));

        HelpTest.Captured captured = HelpTest.captured(
                () -> Lintas.run(args.get(0), args.stream().skip(1).toArray(String[]::new)));

        assertThat(captured.code()).isEqualTo(code);
        assertThat(captured.err().lines())
                .singleElement()
                .asString()
                .startsWith("lintas: ")
                .contains(message);
    }
}
