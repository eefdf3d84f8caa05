package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.report.review.ReviewPage;
import org.lintas.report.review.ReviewSample;
import org.lintas.text.Sha256;

/** The page on which a reader corrects labels, of the sample. */
class ReviewCorpusTest {

    static final String HOSTILE =
            "</script><script>document.title='ran'</script><img src=x onerror=document.title='ran'>"
                    + " <!--<script> {policy} {data} \u202E\u2066 \" ' & \u2028 \uD83D\uDEA2 x";

    @TempDir
    Path temp;

    /** Before a test listens to what a command says: the build of the sample speaks, too. */
    @BeforeAll
    static void build() {
        assertThat(SampleCorpus.folder()).isDirectory();
    }

    @Test
    void theSameCorpusGivesTheSamePage() throws Exception {
        assertThat(page("--articles=5")).hasSameBinaryContentAs(page("--articles=5"));
    }

    @Test
    void aRandomSampleIsAnyArticlesAlwaysTheSame() throws Exception {
        List<String> all = ids(page("--sample=random", "--articles=200"));
        List<String> some = ids(page("--sample=random", "--articles=20"));

        assertThat(all)
                .hasSize(108)
                .doesNotHaveDuplicates()
                .isNotEqualTo(Stream.of(all).sorted().toList());
        assertThat(some).isEqualTo(all.subList(0, 20));
    }

    @Test
    void anUncertainSampleTakesLanguagesInTurn() throws Exception {
        JsonNode uncertain = data(page());
        List<JsonNode> articles = articles(uncertain);

        assertThat(articles)
                .allSatisfy(article -> assertThat(article.path("topics")).isNotEmpty());
        assertThat(articles.stream()
                        .limit(11)
                        .map(article -> article.path("language").asText()))
                .doesNotHaveDuplicates();
        assertThat(ids(page("--articles=15"))).isEqualTo(ids(page()).subList(0, 15));
    }

    @Test
    void theLeastSureOfEachLanguageComeFirst() throws Exception {
        Map<String, List<Double>> scores = new HashMap<>();
        for (JsonNode article : articles(data(page("--topic=online_scam")))) {
            stream(article.path("topics"))
                    .filter(topic -> topic.path("topic").asText().equals("online_scam"))
                    .filter(topic -> topic.path("grade").asText().equals("main"))
                    .forEach(topic -> scores.computeIfAbsent(
                                    article.path("language").asText(), language -> new ArrayList<>())
                            .add(topic.path("score").asDouble()));
        }

        assertThat(scores.keySet())
                .containsExactlyInAnyOrderElementsOf(query(
                        "SELECT DISTINCT language FROM article_topics WHERE topic = 'online_scam' AND grade = 'main'"));
        assertThat(scores.values())
                .anyMatch(list -> list.size() > 1)
                .allSatisfy(list -> assertThat(list).isSorted());
        assertThat(ids(page("--topic=online_scam", "--language=th")))
                .containsExactlyInAnyOrderElementsOf(
                        query("SELECT article_id FROM article_topics WHERE topic = 'online_scam' AND language = 'th'"));
    }

    @Test
    void anArticleComesWithItsLabels() throws Exception {
        JsonNode data = data(page("--sample=random"));

        assertThat(data.path("run").asText()).isNotEmpty();
        assertThat(data.path("topics").findValuesAsText("name")).contains("Online scams and scam centres");
        assertThat(data.path("languages").path("th").asText()).isEqualTo("Thai");
        assertThat(data.path("countries").path("MM").asText()).isEqualTo("Myanmar");
        int spans = 0;
        for (JsonNode article : articles(data)) {
            int[] text = article.path("text").asText().codePoints().toArray();
            for (JsonNode topic : article.path("topics")) {
                for (JsonNode span : topic.path("evidence")) {
                    if (span.path("kind").asText().equals("term")
                            && span.path("field").asText().equals("text")) {
                        int start = span.path("start").asInt();
                        assertThat(new String(text, start, span.path("end").asInt() - start))
                                .isEqualTo(span.path("term").asText());
                        spans++;
                    }
                }
            }
        }
        assertThat(spans).isGreaterThan(100);
        assertThat(articles(data))
                .anySatisfy(article ->
                        assertThat(article.at("/shown/0/id").asText()).isNotEmpty());
        assertThat(articles(data))
                .anySatisfy(article ->
                        assertThat(article.at("/incident/title").asText()).isNotEmpty());
        assertThat(articles(data))
                .anySatisfy(article -> assertThat(article.path("subjects")).isNotEmpty());
    }

    @Test
    void loadsNothingAndRunsOnlyItsOwnScript() throws Exception {
        Document page = Jsoup.parse(page().toFile());

        assertThat(page.select("link, img, iframe, object, embed, form, base, [src], [style], [href]"))
                .isEmpty();
        assertThat(page.select("script")).hasSize(2);
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
                        + hash(page.selectFirst("style")) + "; script-src "
                        + hash(page.select("script").last()));
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
        }
        assertThat(page.select("input, select, button, progress, dialog"))
                .allSatisfy(element ->
                        assertThat(element.attr("aria-label") + element.text()).isNotBlank());
    }

    @Test
    void hostileTitlesAndTextsAreData() throws Exception {
        Document page = Jsoup.parse(hostilePage());

        assertThat(page.select("script")).hasSize(2);
        assertThat(page.select("img")).isEmpty();
        assertThat(page.title()).isEqualTo("Review of <b>{style}");
        assertThat(articles(data(page))).hasSize(3).allSatisfy(article -> {
            assertThat(article.path("title").asText()).isEqualTo(HOSTILE);
            assertThat(article.path("text").asText()).startsWith(HOSTILE);
            assertThat(article.path("text").asText().codePoints()).hasSize(8_000);
            assertThat(article.path("hidden").asInt())
                    .isEqualTo(HOSTILE.codePointCount(0, HOSTILE.length()) * 100 - 8_000);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --output=TEMP/p.html --topic=online_scams | --topic=online_scams: is not in the corpus; did you mean online_scam?; give one of arms
            --output=TEMP/p.html --language=tj        | --language=tj: is not in the corpus
            --output=TEMP/p.html --sample=randm       | --sample=randm: give uncertain or random; did you mean random?
            --output=TEMP/p.html --articles=2001      | --articles=2001: give a number from 1 to 2000
            --output=TEMP/p.html --articles=0         | --articles=0: give a number from 1 to 2000
            --output=TEMP/p.html --articles=many      | --articles=many: give a number
            --output=TEMP/p.htm                       | p.htm: give a name that ends with .html
            --output=TEMP/there.html                  | there.html: exists; remove it, or name another file
            --topic=online_scam                       | --output is missing: name the page to write
            """)
    void badUsageNamesTheFlag(String line, String message) throws IOException {
        Files.writeString(temp.resolve("there.html"), "mine");
        String[] flags = line.strip().replace("TEMP", temp.toString()).split("\\s+");

        HelpTest.Captured captured = HelpTest.captured(() -> review(flags));

        assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err().lines()).singleElement().asString().contains(message);
        assertThat(temp.resolve("p.html")).doesNotExist();
        assertThat(temp.resolve("there.html")).hasContent("mine");
    }

    @Test
    void aSampleWithoutArticlesIsNoPage() {
        HelpTest.Captured captured = HelpTest.captured(() -> review(
                "--output=" + temp.resolve("p.html"), "--topic=maritime_piracy", "--language=lo", "--sample=random"));

        assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err()).contains("--sample=random: no article of the corpus fits");
        assertThat(temp).isEmptyDirectory();
    }

    /** A page of three articles with malicious titles, texts and addresses; the evidence is an x behind a ship outside the BMP. */
    static String hostilePage() throws SQLException, IOException {
        var out = new StringWriter();
        Path folder = Files.createTempDirectory("lintas-review").resolve("<b>{style}");
        Files.createDirectories(folder);
        Files.copy(SampleCorpus.folder().resolve("_manifest.json"), folder.resolve("_manifest.json"));
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            database.set("hostile", HOSTILE);
            database.execute(
                    "CREATE OR REPLACE VIEW articles AS SELECT * REPLACE (getvariable('hostile') AS title, "
                            + "repeat(getvariable('hostile'), 100) AS text, 'javascript:document.title=1' AS url, "
                            + "getvariable('hostile') AS source) FROM read_parquet(getvariable('corpus') || '/articles/**/*.parquet')");
            int last = HOSTILE.codePointCount(0, HOSTILE.length()) - 1;
            database.execute(
                    "CREATE OR REPLACE VIEW article_topics AS SELECT * REPLACE ([{term: 'x', field: 'text', start: "
                            + last
                            + ", \"end\": " + (last + 1) + ", kind: 'term'}] AS evidence)"
                            + " FROM read_parquet(getvariable('corpus') || '/article_topics/**/*.parquet')");
            ReviewPage.write(
                    folder,
                    database,
                    new ReviewSample(ReviewSample.Kind.UNCERTAIN, Optional.empty(), Optional.empty(), 3),
                    out);
        } finally {
            Files.delete(folder.resolve("_manifest.json"));
            Files.delete(folder);
            Files.delete(folder.getParent());
        }
        return out.toString();
    }

    private Path page(String... flags) throws IOException {
        Path page = Files.createTempDirectory(temp, "page").resolve("review.html");
        assertThat(review(Stream.concat(Stream.of("--output=" + page), Stream.of(flags))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
        return page;
    }

    static ExitCode review(String... flags) {
        return Lintas.run(
                "review",
                Stream.concat(Stream.of("--corpus=" + SampleCorpus.folder()), Stream.of(flags))
                        .toArray(String[]::new));
    }

    private static String hash(Element element) {
        byte[] digest = Sha256.digest().digest(element.data().getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    private static JsonNode data(Path page) throws IOException {
        return data(Jsoup.parse(page.toFile()));
    }

    private static JsonNode data(Document page) throws IOException {
        return new ObjectMapper().readTree(page.selectFirst("#data").data());
    }

    private static List<JsonNode> articles(JsonNode data) {
        return stream(data.path("articles")).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements.stream();
    }

    private static List<String> ids(Path page) throws IOException {
        return articles(data(page)).stream()
                .map(article -> article.path("id").asText())
                .toList();
    }

    private static List<String> query(String sql) throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            return database.query(sql, row -> row.getString(1));
        }
    }
}
