package org.lintas.report.browse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.cli.SampleCorpus;
import org.lintas.corpus.sql.CorpusDatabase;

/** The server on the sample: who is answered, and what. */
class BrowseServerTest {

    static final String HOSTILE =
            "</script><script>document.title='ran'</script><img src=x onerror=document.title='ran'> <!-- \u202E\u2066 \" ' & \u2028 \uD83D\uDEA2 x";

    private static final int HTTP_OK = 200;

    private static BrowseServer server;

    /** What came back. */
    private record Answer(int status, String head, String body) {}

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = serve("");
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        server.close();
    }

    /** Serves the sample, its views replaced; exports tell the number of columns. */
    static BrowseServer serve(String views) throws IOException, SQLException {
        return BrowseServer.start(
                SampleCorpus.folder(),
                memory -> {
                    CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder(), 128L << 20);
                    if (!views.isEmpty()) {
                        database.execute(views);
                    }
                    return database;
                },
                0,
                Map.of(
                        "half",
                        new BrowseServer.Export("text/plain", (rows, out) -> {
                            out.write(HOSTILE.getBytes(StandardCharsets.UTF_8));
                            out.close();
                            throw new IllegalStateException("half of a file");
                        }),
                        "csv",
                        new BrowseServer.Export("text/csv", (rows, out) -> {
                            while (rows.next()) {
                                out.write((rows.getString(1) + "\n").getBytes(StandardCharsets.UTF_8));
                            }
                        })));
    }

    /** Titles, texts, outlets and addresses that are markup and scripts. */
    static String hostileViews() {
        String hostile = "'" + HOSTILE.replace("'", "''") + "'";
        return "CREATE OR REPLACE VIEW articles AS SELECT * REPLACE (" + hostile + " AS title, repeat(" + hostile
                + ", 40) AS text, 'javascript:document.title=1' AS url, " + hostile + " AS source, " + hostile
                + " AS url_host) FROM read_parquet(getvariable('corpus') || '/articles/**/*.parquet');\n"
                + "CREATE OR REPLACE VIEW duplicates AS SELECT * REPLACE ('javascript:document.title=1' AS url, "
                + hostile
                + " AS source) FROM read_parquet(getvariable('corpus') || '/duplicates/**/*.parquet')";
    }

    private static Answer send(BrowseServer to, String request) throws IOException {
        int port = URI.create(to.address()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(request.replace("HOST", "127.0.0.1:" + port)
                            .replace("PORT", String.valueOf(port))
                            .replace("PATH", URI.create(to.address()).getPath())
                            .replace("|", "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new Answer(
                    Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end), answer.substring(end + 4));
        }
    }

    private static Answer get(BrowseServer from, String what) throws IOException {
        return send(from, "GET PATH" + what + " HTTP/1.1|Host: HOST|Connection: close||");
    }

    private static Answer get(String what) throws IOException {
        return get(server, what);
    }

    private static JsonNode json(BrowseServer from, String what) throws IOException {
        Answer answer = get(from, what);
        assertThat(answer.status()).as(answer.body()).isEqualTo(HTTP_OK);
        assertThat(answer.head()).containsIgnoringCase("content-type: application/json");
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode json(String what) throws IOException {
        return json(server, what);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            200 ~ GET PATH HTTP/1.1|Host: HOST
            200 ~ GET PATH HTTP/1.1|Host: localhost:PORT
            200 ~ GET PATH HTTP/1.1|Host: [::1]:PORT
            200 ~ HEAD PATHsearch HTTP/1.1|Host: HOST
            200 ~ GET PATHsearch HTTP/1.1|Host: HOST|Origin: http://HOST|Sec-Fetch-Site: same-origin
            200 ~ GET PATH HTTP/1.1|Host: HOST|Sec-Fetch-Site: none
            403 ~ GET PATH HTTP/1.1|Host: rebound.example
            403 ~ GET PATH HTTP/1.1|Host: rebound.example:PORT
            403 ~ GET PATH HTTP/1.1|Host: 127.0.0.1
            403 ~ GET PATH HTTP/1.1|Host: HOST|Host: rebound.example
            403 ~ GET PATH HTTP/1.1|Host: localhost.rebound.example:PORT
            403 ~ GET PATH HTTP/1.0
            403 ~ GET PATHsearch HTTP/1.1|Host: HOST|Origin: https://rebound.example
            403 ~ GET PATHsearch HTTP/1.1|Host: HOST|Origin: http://localhost:PORT
            403 ~ GET PATHsearch HTTP/1.1|Host: HOST|Origin: null
            403 ~ GET PATHsearch HTTP/1.1|Host: HOST|Sec-Fetch-Site: cross-site
            403 ~ GET PATHsearch HTTP/1.1|Host: HOST|Sec-Fetch-Site: same-site
            405 ~ POST PATHsearch HTTP/1.1|Host: HOST|Content-Length: 0
            405 ~ OPTIONS PATHsearch HTTP/1.1|Host: HOST
            405 ~ PUT PATH HTTP/1.1|Host: HOST|Content-Length: 0
            413 ~ GET PATH HTTP/1.1|Host: HOST|Content-Length: 9
            404 ~ GET / HTTP/1.1|Host: HOST
            404 ~ GET /search HTTP/1.1|Host: HOST
            404 ~ GET /AAAAAAAAAAAAAAAAAAAAAA/search HTTP/1.1|Host: HOST
            404 ~ GET PATHelse HTTP/1.1|Host: HOST
            404 ~ GET PATH../etc/passwd HTTP/1.1|Host: HOST
            404 ~ GET PATHexport.sh HTTP/1.1|Host: HOST
            204 ~ GET /favicon.ico HTTP/1.1|Host: HOST
            """)
    void onlyItsOwnPageIsAnswered(int status, String request) throws IOException {
        Answer answer = send(server, request + "|Connection: close||");

        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.head().toLowerCase(Locale.ROOT))
                .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer", "frame-ancestors 'none'")
                .contains("cross-origin-resource-policy: same-origin", "cache-control: no-store")
                .doesNotContain("access-control");
        if (status != HTTP_OK) {
            assertThat(answer.body())
                    .hasSizeLessThan(100)
                    .doesNotContain(URI.create(server.address()).getPath());
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assertThat(URI.create(server.address()).getHost()).isEqualTo("127.0.0.1");
        assertThat(URI.create(server.address()).getPath()).matches("/[A-Za-z0-9_-]{22}/");
        for (InetAddress address :
                InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
            if (!address.isLoopbackAddress()) {
                assertThat(isOpen(address)).as(address.toString()).isFalse();
            }
        }
    }

    private static boolean isOpen(InetAddress address) {
        try (var socket = new Socket(address, URI.create(server.address()).getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void longAddressesAreRefused() throws IOException {
        assertThat(get("search?words=" + "a".repeat(8_000)).status()).isEqualTo(414);
        assertThat(json("search?words=" + "a".repeat(201)).path("problem").asText())
                .isEqualTo("words: give at most 200 characters");
    }

    @Test
    void thePageLoadsNothingAndRunsOnlyItsOwnScript() throws IOException {
        Answer answer = get("");
        Document page = Jsoup.parse(answer.body());

        assertThat(page.select("link, img, iframe, object, embed, base, [src], [style]"))
                .isEmpty();
        assertThat(page.select("script")).hasSize(2);
        assertThat(answer.head())
                .contains(
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; connect-src 'self';"
                                + " style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(page.select("input, select"))
                .allSatisfy(field -> assertThat(field.closest("label").text()).isNotBlank());
        assertThat(page.getAllElements().eachAttr("onclick")).isEmpty();
        JsonNode choices = new ObjectMapper().readTree(page.selectFirst("#data").data());
        assertThat(choices.path("articles").asInt()).isEqualTo(108);
        assertThat(choices.path("languages")).hasSize(11);
        assertThat(choices.path("topics").findValuesAsText("name")).contains("Online scams and scam centres");
    }

    @Test
    void anArticleIsFoundAndRead() throws IOException {
        JsonNode found = json("search?words=polisi&topic=online_scam");
        JsonNode first = found.path("articles").path(0);
        JsonNode article =
                json("article?words=polisi&article=" + first.path("id").asText());

        assertThat(first.path("excerpt").path("found")).isNotEmpty();
        assertThat(json("count?words=polisi&topic=online_scam").path("count").asInt())
                .isEqualTo(found.path("articles").size());
        int[] text = article.path("text").asText().codePoints().toArray();
        assertThat(article.path("foundInText")).isNotEmpty().allSatisfy(span -> {
            int start = span.path("start").asInt();
            assertThat(new String(text, start, span.path("end").asInt() - start))
                    .isEqualToIgnoringCase("polisi");
        });
        assertThat(article.path("topics").findValuesAsText("topic")).contains("online_scam");
        assertThat(article.at("/topics/0/evidence/0/kind").asText()).isEqualTo("term");
    }

    @Test
    void anArticleComesWithItsCopiesAndItsIncident() throws IOException {
        List<JsonNode> articles = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            json("search?words=&page=" + page).path("articles").forEach(articles::add);
        }
        Optional<JsonNode> copied =
                articles.stream().filter(one -> one.path("copies").asInt() > 0).findFirst();
        assertThat(json("article?article=" + copied.orElseThrow().path("id").asText())
                        .at("/shown/0/relation")
                        .asText())
                .isNotEmpty();
        boolean isTold = false;
        for (JsonNode one : articles) {
            String id = one.path("id").asText();
            JsonNode incident = json("article?article=" + id).path("incident");
            if (!incident.isNull()) {
                isTold = true;
                assertThat(incident.path("members").findValuesAsText("id")).contains(id);
            }
        }
        assertThat(isTold).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            search?page=0             | page: give a number from 1 to 400; an export has all
            search?page=401           | page: give a number from 1 to 400; an export has all
            search?page=1e9           | page: give a number from 1 to 400; an export has all
            search?from=x             | from: give a day as 2025-10-31
            article?article=x'        | the corpus has no such article
            article                   | the corpus has no such article
            article?article=00        | the corpus has no such article
            search?words=%            | words: give letters or digits
            """)
    void whatIsWrongIsSaid(String asked, String problem) throws IOException {
        assertThat(json(asked.replace("'", "%27").replaceAll("%$", "%25"))
                        .path("problem")
                        .asText())
                .isEqualTo(problem);
    }

    @Test
    void aSelectionIsExportedAsAFileAndAsSql() throws IOException {
        Answer export = get("export.csv?topic=online_scam");
        String sql = json("sql?topic=online_scam&words=" + encoded("o'brien"))
                .path("sql")
                .asText();

        assertThat(export.status()).isEqualTo(HTTP_OK);
        assertThat(export.head()).containsIgnoringCase("content-disposition: attachment; filename=\"articles.csv\"");
        assertThat(json("count?topic=online_scam").path("count").asLong())
                .isEqualTo(export.body()
                        .lines()
                        .filter(line -> line.matches("[0-9a-f]{32}"))
                        .count())
                .isPositive();
        assertThat(sql)
                .contains("topic = 'online_scam'")
                .endsWith(";\n")
                .contains("\\x{27}")
                .doesNotContain("?,");
        assertThat(get("export.csv?from=x").status()).isEqualTo(400);
    }

    /** A file in chunks ends with an empty one. */
    @Test
    void halfOfAnExportIsNoFile() throws IOException {
        assertThat(get("export.csv").body()).endsWith("\r\n0\r\n\r\n");
        assertThat(get("export.half").body()).contains("<script>").doesNotEndWith("0\r\n\r\n");
    }

    /** From the copy comes what comes from the corpus. */
    @Test
    void theCopyAnswersAsTheCorpusDoes() throws Exception {
        var asked = List.of(
                "search?words=polisi", "search?words=" + encoded("ยาเสพติด"), "search?page=2", "count?country=KH");
        var before = new ArrayList<JsonNode>();
        try (var other = serve("")) {
            for (String one : asked) {
                before.add(json(other, one));
            }
            other.awaitCopy();

            assertThat(other.isCopied()).isTrue();
            for (int i = 0; i < asked.size(); i++) {
                assertThat(json(other, asked.get(i))).isEqualTo(before.get(i));
            }
        }
    }

    @Test
    void hostileTextIsData() throws Exception {
        try (var hostile = serve(hostileViews())) {
            Document page = Jsoup.parse(get(hostile, "").body());
            JsonNode first = json(hostile, "search").path("articles").path(0);
            JsonNode article =
                    json(hostile, "article?article=" + first.path("id").asText());

            assertThat(page.select("script")).hasSize(2);
            assertThat(page.select("img")).isEmpty();
            assertThat(first.path("title").asText()).isEqualTo(HOSTILE);
            assertThat(article.path("title").asText()).isEqualTo(HOSTILE);
        }
    }
}
