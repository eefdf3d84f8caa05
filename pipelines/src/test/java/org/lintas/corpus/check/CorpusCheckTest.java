package org.lintas.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.corpus.check.Outcome.Status;
import org.lintas.corpus.check.SyntheticCorpus.Shape;
import org.lintas.corpus.sql.DuckDb;
import org.lintas.schemas.Article;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.ArticleTopic;
import org.lintas.schemas.Evidence;
import org.lintas.schemas.EvidenceKind;
import org.lintas.schemas.TextField;

class CorpusCheckTest {

    /** Of memory for DuckDB. */
    private static final long LITTLE = 128L << 20;

    private static final Shape SMALL = new Shape(60, 200, 4, 5, 3);

    private static final String TERM = "article_topics.term";

    @TempDir
    Path corpus;

    /** Long articles, one that is very long, many pieces of evidence, many articles. */
    @ParameterizedTest
    @CsvSource({"400,30000,2,20,5", "1,1000000,15,20,20", "1,100000,500,20,5", "20000,100,2,3,5"})
    void ordinaryCorporaPassInLittleMemory(int articles, int characters, int topics, int evidence, int countries)
            throws IOException {
        SyntheticCorpus.write(corpus, new Shape(articles, characters, topics, evidence, countries));

        Checks checks = CorpusCheck.ofRun(corpus).withMemory(LITTLE).check();

        assertThat(checks.names(Status.UNCHECKED)).as(checks.table()).isEmpty();
        assertThat(checks.names(Status.FAILED)).as(checks.table()).isEmpty();
        assertThat(outcome(checks, TERM).checked()).isGreaterThan(100);
    }

    /** The number of checked terms is limited by the text before them, and is never zero. */
    @Test
    void fewerTermsOfAVeryLongArticleAreChecked() throws IOException {
        SyntheticCorpus.write(corpus, new Shape(1, 4_000_000, 22, 20, 1));

        Outcome outcome = outcome(CorpusCheck.ofRun(corpus).check(), TERM);

        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.checked()).isBetween(60L, 300L);
    }

    @Test
    void termsAtWrongOffsetsFail() throws IOException {
        SyntheticCorpus.write(
                corpus,
                SMALL,
                eachTopic(evidence -> new Evidence(
                        evidence.getTerm(),
                        evidence.getField(),
                        evidence.getStart() + 1,
                        evidence.getEnd() + 1,
                        EvidenceKind.term,
                        null)));

        Outcome outcome = outcome(CorpusCheck.ofRun(corpus).check(), TERM);

        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.failing()).isEqualTo(outcome.checked()).isEqualTo(60 * 4 * 5);
        assertThat(outcome.detail()).matches("[0-9a-f]{32} .+");
    }

    /** Offsets count code points: not the units of UTF-16, and not what a reader sees as one letter. */
    @ParameterizedTest
    @CsvSource({"CODE_POINTS, PASSED", "UTF_16, FAILED", "GRAPHEMES, FAILED"})
    void offsetsCountCodePoints(Counting counting, Status expected) throws IOException {
        String before = "👨‍👩‍👧 e\u0301 𠀀 กำ ខ្មែរ ";
        String term = "kokain 😀";
        SyntheticCorpus.write(corpus, new Shape(1, 100, 1, 1, 1), row -> {
            if (row instanceof Article article) {
                String text = before + term + " x";
                article.setText(text);
                article.setTextLength(text.codePointCount(0, text.length()));
            } else if (row instanceof ArticleTopic topic) {
                topic.setEvidence(List.of(new Evidence(
                        term,
                        TextField.text,
                        counting.length.applyAsInt(before.length()),
                        counting.length.applyAsInt(before.length()) + term.codePointCount(0, term.length()),
                        EvidenceKind.term,
                        null)));
            }
            return row;
        });

        assertThat(outcome(CorpusCheck.ofRun(corpus).check(), TERM).status()).isEqualTo(expected);
    }

    enum Counting {
        CODE_POINTS(utf16 -> 20),
        UTF_16(utf16 -> utf16),
        GRAPHEMES(utf16 -> 12);

        private final IntUnaryOperator length;

        Counting(IntUnaryOperator length) {
            this.length = length;
        }
    }

    @Test
    void aPlaceHasBothCoordinatesInDegreesOrNone() throws IOException {
        List<Double> latitudes = Arrays.asList(91.0, -90.5, null, 90.0);
        List<Double> longitudes = Arrays.asList(104.0, 104.0, 104.0, -180.0);
        SyntheticCorpus.write(corpus, SMALL, new UnaryOperator<>() {
            private int rows;

            @Override
            public SpecificRecord apply(SpecificRecord row) {
                if (row instanceof ArticlePlace place && rows < latitudes.size()) {
                    place.setLat(latitudes.get(rows));
                    place.setLon(longitudes.get(rows++));
                } else if (row instanceof ArticlePlace place) {
                    place.setLat(null);
                    place.setLon(null);
                }
                return row;
            }
        });

        Outcome outcome = outcome(CorpusCheck.ofRun(corpus).check(), "article_places.coordinates_range");

        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.checked()).isEqualTo(60);
        assertThat(outcome.failing()).isEqualTo(3);
    }

    @Test
    void listsThatDifferFromTheirRowsFail() throws IOException {
        SyntheticCorpus.write(corpus, SMALL, row -> {
            if (row instanceof Article article && article.getArchiveOffset() == 7) {
                article.setTopics(List.of("topic_000", "topic_001"));
                article.setCountries(List.of("AA", "AB"));
            }
            if (row instanceof Article article && article.getArchiveOffset() == 8) {
                article.setTopics(List.of());
                article.setCountries(List.of("AA", "AB", "AC", "AD"));
            }
            return row;
        });

        Checks checks = CorpusCheck.ofRun(corpus).check();

        assertThat(checks.names(Status.FAILED))
                .as(checks.table())
                .containsExactly("articles.topics_agree", "articles.countries_agree");
        assertThat(checks.outcomes())
                .filteredOn(outcome -> outcome.status() == Status.FAILED)
                .allSatisfy(outcome -> {
                    assertThat(outcome.checked()).isEqualTo(60);
                    assertThat(outcome.failing()).isEqualTo(2);
                });
    }

    @Test
    void unsortedAndDuplicateRowsFail() throws IOException, SQLException {
        SyntheticCorpus.write(corpus, SMALL);
        Path file = files("article_countries").get(0);
        try (DuckDb database = DuckDb.open()) {
            String rows = "FROM read_parquet(" + DuckDb.literal(file.toString()) + ")";
            database.execute("COPY (SELECT * FROM (" + rows + " UNION ALL (" + rows
                    + " ORDER BY article_id, country LIMIT 2)) ORDER BY article_id DESC, country) TO "
                    + DuckDb.literal(file.toString()));
        }

        Checks checks = CorpusCheck.ofRun(corpus).check();

        assertThat(outcome(checks, "article_countries.unique").failing()).isEqualTo(2);
        // Of each article but the first, the first row comes before the one above it.
        assertThat(outcome(checks, "article_countries.sorted").failing()).isEqualTo(59);
        assertThat(outcome(checks, "article_countries.sorted").detail()).endsWith(".parquet");
    }

    @Test
    void eachFileIsSortedSeparately() throws IOException, SQLException {
        SyntheticCorpus.write(corpus, new Shape(5_000, 20, 1, 1, 2));
        Path file = files("article_countries").get(0);
        try (DuckDb database = DuckDb.open()) {
            database.execute("CREATE TABLE t AS FROM read_parquet(" + DuckDb.literal(file.toString()) + ")");
            // The later part first, and several row groups in each.
            for (String part : List.of("a >= '8'", "b < '8'")) {
                database.execute("COPY (FROM t WHERE article_id" + part.substring(1)
                        + " ORDER BY article_id, country) TO "
                        + DuckDb.literal(
                                file.resolveSibling(part.charAt(0) + ".parquet").toString())
                        + " (ROW_GROUP_SIZE 2048)");
            }
        }
        Files.delete(file);

        Outcome sorted = outcome(CorpusCheck.ofRun(corpus).check(), "article_countries.sorted");

        assertThat(sorted.status()).as(sorted.toString()).isEqualTo(Status.PASSED);
        assertThat(sorted.checked()).isEqualTo(10_000);
    }

    @Test
    void tooLittleMemoryDoesNotFailExpectations() throws IOException {
        SyntheticCorpus.write(corpus, SMALL);

        Checks checks = CorpusCheck.ofRun(corpus).withMemory(64 << 10).check();

        assertThat(checks.hasFailed()).as(checks.table()).isFalse();
        assertThat(checks.outcomes())
                .filteredOn(outcome -> outcome.status() == Status.UNCHECKED)
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.detail()).containsIgnoringCase("memory"));
    }

    /** Damages a file without changing its size, so that only reading it reveals the damage. */
    @Test
    void anUnreadableFileDoesNotStopOtherChecks() throws IOException {
        SyntheticCorpus.write(corpus, SMALL);
        Path file = files("article_countries").get(0);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, bytes.length / 4, (byte) 7);
        Files.write(file, bytes);

        Checks ofRun = CorpusCheck.ofRun(corpus).check();
        Checks asked = CorpusCheck.onRequest(corpus, List.of()).check();

        assertThat(ofRun.hasFailed()).as(ofRun.table()).isFalse();
        assertThat(ofRun.names(Status.UNCHECKED))
                .contains("article_countries.unique", "articles.countries_agree")
                .doesNotContain(TERM);
        assertThat(outcome(ofRun, TERM).status()).isEqualTo(Status.PASSED);
        assertThat(asked.names(Status.FAILED)).containsExactly("manifest.digests");
    }

    @Test
    void aFileThatIsNotParquetFails() throws IOException {
        SyntheticCorpus.write(corpus, SMALL);
        Path file = files("articles").get(0);
        Files.write(file, new byte[(int) Files.size(file)]);

        Checks checks = CorpusCheck.ofRun(corpus).check();

        assertThat(checks.names(Status.FAILED)).containsExactly("manifest.files");
        assertThat(outcome(checks, "manifest.files").detail()).contains("unreadable footer");
        assertThat(outcome(checks, "schema.columns").status()).isEqualTo(Status.UNCHECKED);
        assertThat(outcome(checks, "articles.unique").status()).isEqualTo(Status.UNCHECKED);
        // It reads articles, too.
        assertThat(outcome(checks, "article_topics.article_id").status()).isEqualTo(Status.UNCHECKED);
        assertThat(outcome(checks, "article_topics.unique").status()).isEqualTo(Status.PASSED);
    }

    @ParameterizedTest
    @CsvSource({"false, no such file", "true, 40 in the folder"})
    void aFileThatIsMissingOrShorterFails(boolean isThere, String detail) throws IOException {
        SyntheticCorpus.write(corpus, SMALL);
        Path file = files("duplicates").get(0);
        if (isThere) {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 40), StandardOpenOption.TRUNCATE_EXISTING);
        } else {
            Files.delete(file);
        }

        Checks checks = CorpusCheck.ofRun(corpus).check();

        assertThat(checks.names(Status.FAILED)).as(checks.table()).contains("manifest.files");
        assertThat(outcome(checks, "manifest.files").detail()).contains(detail);
    }

    @Test
    void withoutAManifestNothingIsChecked() throws IOException {
        SyntheticCorpus.write(corpus, SMALL);
        Checks whole = CorpusCheck.ofRun(corpus).check();
        Files.writeString(corpus.resolve("_manifest.json"), "{");

        Checks checks = CorpusCheck.ofRun(corpus).check();

        assertThat(checks.names(Status.UNCHECKED)).hasSameSizeAs(whole.outcomes());
        assertThat(checks.unchecked("/c"))
                .get()
                .asString()
                .startsWith(whole.outcomes().size() + " of " + whole.outcomes().size()
                        + " expectations not checked: schema.columns (JsonEOFException: ")
                .endsWith("; repeat with scripts/lintas check --corpus=/c");
    }

    private static UnaryOperator<SpecificRecord> eachTopic(UnaryOperator<Evidence> change) {
        return row -> {
            if (row instanceof ArticleTopic topic) {
                var changed = new ArrayList<Evidence>();
                topic.getEvidence().forEach(evidence -> changed.add(change.apply(evidence)));
                topic.setEvidence(changed);
            }
            return row;
        };
    }

    private static Outcome outcome(Checks checks, String name) {
        return checks.outcomes().stream()
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files(String dataset) throws IOException {
        try (Stream<Path> files = Files.walk(corpus.resolve(dataset))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
