package org.lintas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.archive.Bombs;
import org.lintas.failure.ExitCode;

/** A corpus of small files that expand to large data, and of records with parts of a megabyte each. */
class BombsTest {

    private static final int LISTED = 10_000;
    private static final int JUNK = 1 << 20;

    @TempDir
    static Path temp;

    private static Path output;
    private static Corpus corpus;
    private static JsonNode manifest;

    @BeforeAll
    static void build() throws IOException {
        Path input = Files.createDirectories(temp.resolve("masukan"));
        Files.write(input.resolve("kosong.jsonl"), Bombs.repeated("{}\n", 60_000));
        Files.write(input.resolve("kutip.csv"), Bombs.openQuote(30_000));
        Files.write(input.resolve("campur.jsonl"), mixed());
        Files.write(input.resolve("bom.jsonl.gz"), Bombs.compressed("gz", Bombs.repeated("{}\n", 400_000)));
        junk(input);
        output = temp.resolve("keluaran");
        ExitCode code = Lintas.run("build", "--input=" + input, "--output=" + output, "--parallelism=2");
        assertThat(code).isEqualTo(ExitCode.OK);
        corpus = new Corpus(output);
        manifest = new ObjectMapper().readTree(output.resolve("_manifest.json").toFile());
    }

    /** An article, 20,000 broken lines, an article, one object without text. */
    private static byte[] mixed() {
        String first =
                "{\"id\":\"1\",\"text\":\"Polisi menangkap tiga orang pengedar sabu di Medan pada hari Senin.\"}\n";
        String last = "{\"id\":\"2\",\"text\":\"Harga beras di pasar tradisional naik sejak awal pekan ini.\"}\n";
        return (first + "rusak\n".repeat(20_000) + last + "{\"id\":\"x\"}\n").getBytes(UTF_8);
    }

    /** Records of every format with a megabyte of junk in each field that may be echoed. */
    private static void junk(Path input) throws IOException {
        var letters = new StringBuilder();
        new Random(11).ints(JUNK, 'a', 'z' + 1).forEach(c -> letters.append((char) c));
        String junk = letters.toString();
        String text = "Polisi menangkap tiga orang pengedar sabu di Medan, kata juru bicara.";
        write(input, "panjang.jsonl", junk, """
                JUNK
                {"JUNK":JUNK}
                ["JUNK"]
                {"id":"JUNK"}
                {"url":"JUNK"}
                {"id":"JUNK","url":"https://x.example/JUNK","title":"JUNK","author":"JUNK","text":"TEXT"}
                {"id":"a","source":"JUNK","section":"JUNK","date":"JUNK","text":"Di Surabaya: TEXT"}
                """.replace("TEXT", text));
        write(input, "panjang.json", junk, """
                [JUNK, {"a":"JUNK"}, {"id":"JUNK"}]
                """);
        write(input, "panjang.csv", junk, """
                id,text,url
                JUNK
                JUNK,,
                1,"JUNK"x,
                ,,JUNK
                """);
        write(input, "panjang.html", junk, """
                <html lang="JUNK"><head><title>JUNK</title><link rel="canonical" href="https://x.example/JUNK">
                <meta name="author" content="JUNK"><meta property="og:site_name" content="JUNK">
                <meta property="article:section" content="JUNK">
                <meta property="article:published_time" content="JUNK"></head>
                <body><article><p>TEXT</p></article></body></html>
                """.replace("TEXT", (text + " ").repeat(20)));
        write(input, "panjang.mhtml", junk, """
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="b"; type="JUNK"
                Snapshot-Content-Location: https://x.example/JUNK

                --b

                --b--
                """.replace("\n", "\r\n"));
        // The header of a record may be folded over a thousand lines.
        String folded = String.join("\r\n ", junk.split("(?<=\\G.{15000})"));
        String warc = """
                WARC/1.0
                WARC-Type: response
                WARC-Record-ID: FOLDED
                WARC-Target-URI: http://x.example/FOLDED
                Content-Type: application/http
                Content-Length: LENGTH

                BLOCK

                """.replace("\n", "\r\n").replace("FOLDED", folded);
        write(
                input,
                "panjang.warc",
                junk,
                warc.replace("LENGTH", "JUNK").replace("BLOCK", "")
                        + warc.replace("LENGTH", "9").replace("BLOCK", "HTTP/1.1 ")
                        + warc.replace("LENGTH", "" + (12 + JUNK)).replace("BLOCK", "HTTP/1.1 200JUNK"));
    }

    private static void write(Path input, String name, String junk, String content) throws IOException {
        Files.writeString(input.resolve(name), content.replace("JUNK", junk));
    }

    @Test
    void rejectsBehindTheFirstAreCounted() {
        assertThat(corpus.query("SELECT parse_filename(archive_file) AS f, reason, count(*) FROM rejects"
                        + " WHERE f IN ('kosong.jsonl', 'kutip.csv', 'campur.jsonl') GROUP BY ALL ORDER BY ALL"))
                .containsExactly(
                        "campur.jsonl\tINVALID_JSON\t" + (LISTED + 1),
                        "campur.jsonl\tMISSING_TEXT\t1",
                        "kosong.jsonl\tMISSING_TEXT\t" + (LISTED + 1),
                        "kutip.csv\tDAMAGED_RECORD\t" + (LISTED + 1));
        assertThat(corpus.query("SELECT parse_filename(archive_file), archive_offset, detail FROM rejects"
                        + " WHERE detail LIKE '%which have no rows' AND archive_file NOT LIKE '%gz' ORDER BY 1"))
                .satisfiesExactly(
                        row -> assertThat(row).contains("campur.jsonl", "; and 9999 more for this reason behind it"),
                        row -> assertThat(row)
                                .contains("kosong.jsonl\t" + 3 * LISTED, "; and 49999 more for this reason behind it"),
                        row -> assertThat(row).contains("kutip.csv", "more for this reason behind it"));
    }

    @Test
    void nothingIsLost() {
        JsonNode sums = manifest.path("conservation");
        assertThat(sums.path("holds").asBoolean()).isTrue();
        assertThat(sums.at("/read/total").asLong())
                .isEqualTo(sums.at("/written/total").asLong());
        assertThat(sums.at("/unlisted_rejects/INVALID_JSON").asLong()).isEqualTo(9_999);
        assertThat(sums.at("/unlisted_rejects/DAMAGED_RECORD").asLong()).isEqualTo(30_000 - LISTED - 1);
        long rows = Long.parseLong(corpus.query("SELECT count(*) FROM rejects").get(0));
        long unlisted = 0;
        for (JsonNode count : sums.path("unlisted_rejects")) {
            unlisted += count.asLong();
        }
        assertThat(sums.at("/written/rejects").asLong()).isEqualTo(rows + unlisted);
        long byReason = 0;
        for (JsonNode count : manifest.path("rejects_by_reason")) {
            byReason += count.asLong();
        }
        assertThat(byReason).isEqualTo(rows + unlisted);
        assertThat(Lintas.run("check", "--corpus=" + output)).isEqualTo(ExitCode.OK);
    }

    @Test
    void theArticlesBetweenAreRead() {
        assertThat(corpus.query("SELECT record_id FROM articles WHERE archive_file LIKE '%campur.jsonl' ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void aCompressedFileOfNothingEndsAtTheLimit() {
        assertThat(corpus.query(
                        "SELECT detail FROM rejects WHERE archive_file LIKE '%bom.jsonl.gz' AND reason = 'TRUNCATED'"))
                .singleElement()
                .asString()
                .startsWith("a bomb");
    }

    @Test
    void longRecordContentIsNotEchoed() {
        assertThat(corpus.query(
                        "SELECT parse_filename(archive_file) AS f, count(*) FROM rejects WHERE f LIKE 'panjang%'"
                                + " GROUP BY ALL HAVING count(*) > 0"))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(corpus.query("SELECT max(length(detail)) < 400, max(length(record_id)) <= 1000,"
                        + " coalesce(max(length(url)), 0) <= 8192, max(length(archive_file)) < 1000 FROM rejects"))
                .containsExactly("true\ttrue\ttrue\ttrue");
        assertThat(corpus.query("SELECT count(*) > 1 FROM articles WHERE archive_file LIKE '%panjang%'"))
                .containsExactly("true");
        assertThat(corpus.query("SELECT max(length(record_id)) <= 1000, coalesce(max(length(url)), 0) <= 8192,"
                        + " max(length(title)) <= 2000, coalesce(max(length(author)), 0) <= 2000,"
                        + " coalesce(max(length(source)), 0) <= 2000, coalesce(max(length(section)), 0) <= 2000,"
                        + " coalesce(max(length(url_host)), 0) <= 8192 FROM articles"))
                .containsExactly("true\ttrue\ttrue\ttrue\ttrue\ttrue\ttrue");
    }
}
