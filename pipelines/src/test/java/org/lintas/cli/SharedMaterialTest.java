package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.RecordSink;
import org.lintas.extract.ArticleExtractor;
import org.lintas.failure.ExitCode;
import org.lintas.record.Capture;
import org.lintas.record.Draft;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Reject;
import org.lintas.text.Zawgyi;

/**
 * Real articles and archives; their folder is given by {@code -Dlintas.shared=DIR}, a corpus of all of its articles by {@code -Dlintas.corpus=DIR}.
 */
class SharedMaterialTest {

    private static final String SHARED = System.getProperty("lintas.shared", "");
    private static final String CORPUS = System.getProperty("lintas.corpus", "");

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
    void exactDuplicatesAreThoseOfBruteForce() throws IOException {
        assumeTrue(!CORPUS.isEmpty(), "skipped: no -Dlintas.corpus=DIR with the corpus of the real articles");
        Corpus corpus = new Corpus(Path.of(CORPUS));
        Map<String, String> read = lettersByPlace();
        Map<String, String> kept = new HashMap<>();
        for (String row : corpus.query("SELECT article_id, coalesce(title, '') || chr(10) || text FROM articles")) {
            int tab = row.indexOf('\t');
            kept.put(row.substring(0, tab), letters(row.substring(tab + 1)));
        }
        List<String> duplicates = corpus.query(
                "SELECT archive_file || '@' || archive_offset, representative_id FROM duplicates WHERE kind = 'exact'");
        // What is kept lacks lines that its outlet repeats: they count for nothing on either side.
        List<String> cut = corpus.query("SELECT line FROM outlet_lines ORDER BY length(line) DESC, line").stream()
                .map(SharedMaterialTest::letters)
                .toList();

        assertThat(duplicates).hasSizeGreaterThan(1_500);
        for (String duplicate : duplicates) {
            String[] columns = duplicate.split("\t");
            assertThat(without(cut, read.get(columns[0])))
                    .as(duplicate)
                    .isNotEmpty()
                    .isEqualTo(without(cut, kept.get(columns[1])));
        }
        assertThat(
                        corpus.query(
                                "SELECT count(*) > 800 AND count(*) < 1500 AND bool_and(similarity > 0 AND containment >= 0.6) FROM duplicates WHERE kind = 'near'"))
                .containsExactly("true");
        assertThat(
                        corpus.query(
                                "SELECT count(*) FROM duplicates WHERE representative_id NOT IN (SELECT article_id FROM articles)"))
                .containsExactly("0");
        assertThat(new HashSet<>(kept.values()))
                .as("no two articles have one text")
                .hasSameSizeAs(kept.values());
        for (Dataset dataset : Dataset.values()) {
            assertThat(corpus.query("SELECT count(*) > 0 FROM " + dataset.folder()))
                    .as(dataset.folder())
                    .containsExactly(Boolean.toString(dataset != Dataset.CORRECTIONS));
        }
    }

    @Test
    void zawgyiLinesAreDistinguishedFromUnicode() throws IOException {
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
        assertThat(Lintas.run(
                        "build",
                        Stream.concat(
                                        Stream.of(
                                                "--input=" + SHARED + "/" + input,
                                                "--output=" + out,
                                                "--parallelism=2"),
                                        Stream.of(flags))
                                .toArray(String[]::new)))
                .isEqualTo(ExitCode.OK);
    }

    /** The letters of every article, taken out of its archive anew, by the place of its record. */
    private static Map<String, String> lettersByPlace() throws IOException {
        Map<String, String> letters = new HashMap<>();
        var extractor = new ArticleExtractor();
        var sink = new RecordSink() {
            @Override
            public Budget budget() {
                return new Budget(Long.MAX_VALUE >> 10);
            }

            @Override
            public void capture(Capture capture) {
                Draft draft = extractor.extract(capture).draft();
                if (draft != null) {
                    String title = draft.getTitle() == null ? "" : draft.getTitle();
                    letters.put(
                            capture.getArchiveFile() + "@" + capture.getArchiveOffset(),
                            letters(title + "\n" + draft.getText()));
                }
            }

            @Override
            public void reject(Reject reject) {}

            @Override
            public void skip(String kind) {}
        };
        try (Stream<Path> files = Files.list(Path.of(SHARED, "articles"))) {
            for (Path file : files.toList()) {
                new ArchiveReaders(16 << 20, FieldNames.DEFAULT)
                        .of(ArchiveFormat.JSON_LINES)
                        .read(file.toString(), at -> Files.newInputStream(file), sink);
            }
        }
        return letters;
    }

    private static String without(List<String> lines, String letters) {
        String rest = letters;
        for (String line : lines) {
            rest = line.isEmpty() ? rest : rest.replace(line, "");
        }
        return rest;
    }

    /** What is left without punctuation, spaces and invisible characters: said otherwise than in the code under test. */
    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{P}\\p{Z}\\p{Cc}\\p{Cf}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
