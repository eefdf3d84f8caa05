package org.lintas.corpus.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.cli.SampleCorpus;
import org.lintas.schemas.Dataset;

/** Every recipe is run on the sample, and on a large corpus where {@code -Dlintas.corpus=DIR} names one. */
class RecipesTest {

    private static final Path SQL = Path.of("../schemas/src/main/sql");
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Other work on the machine may slow one try. */
    private static final int TRIES = 3;

    /** What the few articles of the sample need to be asked to have an answer. */
    private static final Map<String, Map<String, String>> ASKED_OF_THE_SAMPLE = Map.of(
            "late-copies", Map.of("days", "0"),
            "where-a-name-appears", Map.of("entity", "lotus-watch"),
            "names-that-go-together", Map.of("minimum", "1"),
            "most-named", Map.of("topic", "drug_trafficking"),
            "between-two-presses", Map.of("one", "th", "one_country", "TH", "other", "lo", "other_country", "TH"),
            "rising-topics", Map.of("month", "2025-11-01"),
            "told-only-abroad", Map.of("unknown", "2"),
            "names-alike", Map.of("name", "senpet"),
            "people-counted", Map.of("topic", "online_scam"));

    /** No outlet of the sample changed a report, and none tells of a topic without its terms. */
    private static final Set<String> NO_ANSWER_IN_THE_SAMPLE = Set.of("updated-stories", "told-without-terms");

    @ParameterizedTest
    @MethodSource("recipes")
    void answers(Recipe recipe) throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            for (var parameter :
                    ASKED_OF_THE_SAMPLE.getOrDefault(recipe.name(), Map.of()).entrySet()) {
                database.set(parameter.getKey(), parameter.getValue());
            }
            int rows = database.table(recipe.sql()).size() - 1;
            assertThat(rows > 0).isEqualTo(!NO_ANSWER_IN_THE_SAMPLE.contains(recipe.name()));
        }
    }

    @Test
    void aDayThatIsNotSureEnoughHasNoMonth() throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            String months = "SELECT sum(incidents), coalesce(sum(incidents) FILTER (WHERE month IS NOT NULL), 0) FROM ("
                    + Recipes.named("incidents-by-month")
                            .orElseThrow()
                            .sql()
                            .strip()
                            .replaceAll(";$", "") + ")";
            List<Object> all = database.table(months).get(1);
            database.set("confidence", "0.9");
            List<Object> sure = database.table(months).get(1);

            String reported = " incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')";
            Object unsure = database.table("SELECT count(*) FROM incidents WHERE event_confidence < 0.9 AND" + reported)
                    .get(1)
                    .get(0);
            assertThat(((Number) unsure).longValue()).isPositive();
            assertThat(sure.get(0)).isEqualTo(all.get(0));
            assertThat(((Number) all.get(1)).longValue() - ((Number) sure.get(1)).longValue())
                    .isEqualTo(((Number) unsure).longValue());
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void answersTheSameEachTime(Recipe recipe) throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            List<List<Object>> first = database.table(recipe.sql());
            database.execute("SET threads = 1");
            assertThat(database.table(recipe.sql())).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void takesAtMostTwoSecondsOnALargeCorpus(Recipe recipe) throws SQLException {
        String corpus = System.getProperty("lintas.corpus", "");
        assumeTrue(!corpus.isEmpty(), "skipped: no -Dlintas.corpus=DIR with a large corpus");
        try (CorpusDatabase database = CorpusDatabase.open(Path.of(corpus))) {
            Duration taken = LIMIT;
            for (int i = 0; i < TRIES && taken.compareTo(LIMIT) >= 0; i++) {
                long start = System.nanoTime();
                database.table(recipe.sql());
                taken = Duration.ofNanos(System.nanoTime() - start);
            }
            System.out.printf("%-34s %5d ms%n", recipe.name(), taken.toMillis());
            assertThat(taken).isLessThan(LIMIT);
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void namesTheParametersThatItsQueryTakes(Recipe recipe) {
        Set<String> taken = new HashSet<>();
        Pattern.compile("getvariable\\('(\\w+)'\\)")
                .matcher(recipe.sql())
                .results()
                .forEach(match -> taken.add(match.group(1)));
        assertThat(recipe.parameters()).extracting(Recipe.Parameter::name).containsExactlyInAnyOrderElementsOf(taken);
        for (Recipe.Parameter parameter : recipe.parameters()) {
            parameter
                    .byDefault()
                    .ifPresent(value -> assertThat(recipe.sql())
                            .containsPattern("coalesce\\(getvariable\\('" + parameter.name() + "'\\)(::\\w+)?, '?"
                                    + Pattern.quote(value) + "'?\\)"));
        }
    }

    @Test
    void theListIsTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(SQL.resolve("recipes"))) {
            assertThat(Recipes.all())
                    .extracting(recipe -> recipe.name() + ".sql")
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList())
                    .hasSizeGreaterThanOrEqualTo(25);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDatasetIsAView(Dataset dataset) throws SQLException {
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            assertThat(database.table("SELECT * FROM " + dataset.folder() + " LIMIT 0")
                            .get(0))
                    .containsExactlyInAnyOrderElementsOf(dataset.schema().getFields().stream()
                            .map(field -> field.name())
                            .toList());
        }
    }

    @Test
    void theCommandForTheBytesOfAnArticlePrintsItsRecord() throws Exception {
        List<String[]> articles;
        try (CorpusDatabase database = CorpusDatabase.open(SampleCorpus.folder())) {
            articles = database.query(
                    Recipes.named("bytes-of-an-article").orElseThrow().sql(),
                    row -> new String[] {row.getString("command"), row.getString("article_id")});
        }
        assertThat(articles).hasSizeGreaterThan(5);
        for (String[] article : articles) {
            Process shell = new ProcessBuilder("sh", "-c", article[0])
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String bytes = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bytes).startsWith("WARC/1.").contains("WARC-Type: response");
        }
    }

    static List<Recipe> recipes() {
        return Recipes.all();
    }
}
