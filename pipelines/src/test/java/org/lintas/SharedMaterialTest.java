package org.lintas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.run.ExitCode;
import org.lintas.schemas.Dataset;
import org.lintas.text.ContentDigest;
import org.lintas.text.Zawgyi;

/** Real articles and archives; their folder is given by {@code -Dlintas.shared=DIR}. */
class SharedMaterialTest {

    private static final String SHARED = System.getProperty("lintas.shared", "");

    @TempDir
    Path out;

    @BeforeEach
    void materialIsThere() {
        assumeTrue(!SHARED.isEmpty(), "skipped: no -Dlintas.shared=DIR with real articles and archives");
    }

    @Test
    void theFirstArticleGivesWhatIsKnownOfIt() {
        build("seeds");

        Corpus corpus = new Corpus(out);
        assertThat(corpus.query("SELECT language, countries, dateline, published_at FROM articles"))
                .containsExactly("id\t[CN, KH, KR, LA, MM, TH, US]\tBangkok\tnull");
        assertThat(
                        corpus.query(
                                "SELECT grade, string_agg(topic, ' ' ORDER BY topic) FROM article_topics GROUP BY grade ORDER BY 1"))
                .containsExactly(
                        "main\tonline_scam organised_crime",
                        "mention\tforced_labour human_trafficking money_laundering");
        assertThat(corpus.query("SELECT text FROM articles WHERE text LIKE '%Share:%'"))
                .isEmpty();
    }

    @Test
    void damagedArchivesAreReadOrRejectedWithAReason() {
        build("warc", "--languages=any");

        Corpus corpus = new Corpus(out);
        assertThat(corpus.query(
                        "SELECT count(*) > 100 FROM (FROM articles SELECT 1 UNION ALL FROM duplicates SELECT 1)"))
                .containsExactly("true");
        assertThat(
                        corpus.query(
                                "SELECT * FROM rejects WHERE archive_file IS NULL OR archive_offset < 0 OR detail = '' OR stage = ''"))
                .isEmpty();
        assertThat(corpus.query("SELECT count(*) FROM rejects WHERE reason = 'UNREADABLE_FILE'"))
                .containsExactly("0");
    }

    @Test
    void duplicatesAreExactByBruteForce() throws IOException {
        build("articles");

        Corpus corpus = new Corpus(out);
        Map<String, String> raw = rawTexts();
        // Boilerplate is removed before texts are compared, so that the raw texts agree but for it.
        List<String> pairs =
                corpus.query("SELECT d.record_id, d.representative_record_id, a.title, a.text FROM duplicates d"
                        + " JOIN articles a ON a.article_id = d.representative_id");
        assertThat(pairs.size()).isGreaterThan(1_500);
        int same = 0;
        for (String pair : pairs) {
            String[] ids = pair.split("\t");
            same += raw.get(ids[0]).equals(raw.get(ids[1])) ? 1 : 0;
        }
        assertThat((double) same / pairs.size()).isGreaterThan(0.95);

        Set<String> texts = new HashSet<>();
        for (String text : corpus.query("SELECT coalesce(title, '') || chr(10) || text FROM articles")) {
            assertThat(texts.add(ContentDigest.letters(text)))
                    .as("two articles with one text")
                    .isTrue();
        }
        for (Dataset dataset : Dataset.values()) {
            assertThat(corpus.query("SELECT count(*) FROM " + dataset.folder())).hasSize(1);
        }
    }

    @Test
    void zawgyiLinesAreToldFromUnicode() throws IOException {
        int news = 0;
        for (String line : Files.readAllLines(Path.of(SHARED, "zawgyi/labelled_lines.tsv"))) {
            String[] columns = line.split("\t");
            // Strings of user interfaces are labelled by the source that they came from, whatever they are in.
            boolean written = columns.length == 3 && !columns[1].contains("UI strings");
            if (written && columns[0].equals("unicode")) {
                assertThat(Zawgyi.isZawgyi(columns[2])).as(columns[2]).isFalse();
            } else if (written && columns[2].length() >= 30) {
                assertThat(Zawgyi.isZawgyi(columns[2])).as(columns[2]).isTrue();
                news++;
            }
        }
        assertThat(news).isGreaterThan(100);
    }

    private void build(String input, String... flags) {
        assertThat(BuildCorpus.run(Stream.concat(
                                Stream.of("--input=" + SHARED + "/" + input, "--output=" + out, "--parallelism=2"),
                                Stream.of(flags))
                        .toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
    }

    private static Map<String, String> rawTexts() throws IOException {
        Map<String, String> texts = new HashMap<>();
        var json = new ObjectMapper();
        try (Stream<Path> files = Files.list(Path.of(SHARED, "articles"))) {
            for (Path file : files.toList()) {
                try (var in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        var article = json.readTree(line);
                        texts.put(
                                article.path("id").asText(),
                                ContentDigest.letters(article.path("title").asText("")
                                        + "\n"
                                        + article.path("text").asText()));
                    }
                }
            }
        }
        return texts;
    }
}
