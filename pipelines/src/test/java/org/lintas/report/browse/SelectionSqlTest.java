package org.lintas.report.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.cli.SampleCorpus;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.text.FoldedText;
import org.lintas.text.TextNormaliser;

/** What is asked of the sample, and what answers. */
class SelectionSqlTest {

    private static CorpusDatabase database;

    @BeforeAll
    static void open() throws SQLException {
        database = CorpusDatabase.open(SampleCorpus.folder(), 256L << 20);
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    /** One condition of each kind, beside the same question in other words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            topic=online_scam                 | list_contains([t.topic FOR t IN ts], 'online_scam')
            topic=online_scam&grade=main      | list_contains(topics, 'online_scam')
            grade=mention                     | list_contains([t.grade FOR t IN ts], 'mention')
            country=KH                        | article_id IN (SELECT article_id FROM article_countries WHERE country = 'KH')
            place=Batam                       | article_id IN (SELECT article_id FROM article_places WHERE place = 'Batam')
            language=km                       | language = 'km'
            from=2025-03-12&to=2025-06-05     | strftime(published_at, '%Y-%m-%d') BETWEEN '2025-03-12' AND '2025-06-05'
            from=2025-10-20&language=th       | strftime(published_at, '%Y-%m-%d') >= '2025-10-20' AND language = 'th'
            """)
    void aConditionIsWhatItSays(String asked, String condition) throws Exception {
        List<String> expected = database.query(
                "SELECT article_id FROM articles LEFT JOIN (SELECT article_id, list({topic: topic, grade: grade::VARCHAR}) AS ts"
                        + " FROM article_topics GROUP BY 1) USING (article_id) WHERE " + condition
                        + " ORDER BY published_at DESC NULLS LAST, article_id",
                row -> row.getString(1));

        assertThat(ids(selection(asked))).isEqualTo(expected).isNotEmpty().hasSizeLessThan(108);
    }

    @Test
    void anOutletIsItsHostItsSiteOrItsName() throws Exception {
        for (String column : List.of("url_host", "source")) {
            String outlet = database.query(
                            "SELECT " + column + " FROM articles WHERE " + column + " IS NOT NULL ORDER BY 1 LIMIT 1",
                            row -> row.getString(1))
                    .get(0);
            List<String> expected = database.query(
                    "SELECT article_id FROM articles WHERE " + column + " = '" + outlet + "'", row -> row.getString(1));

            assertThat(ids(selection("outlet=" + outlet))).containsAll(expected).hasSizeLessThan(108);
        }
        List<String> hosts = database.query(
                "SELECT DISTINCT url_host FROM articles WHERE url_host LIKE '%.example'", row -> row.getString(1));
        assertThat(hosts).isNotEmpty();
        assertThat(ids(selection("outlet=example"))).hasSizeGreaterThanOrEqualTo(hosts.size());
    }

    /** Words of all languages, taken from the evidence, as a plain search in folded texts finds them. */
    @Test
    void wordsAreFoundInEveryScript() throws Exception {
        List<String> languages =
                database.query("SELECT DISTINCT language FROM articles ORDER BY 1", row -> row.getString(1));
        assertThat(languages).hasSize(11);
        for (String language : languages) {
            List<String> terms = database.query(
                    "SELECT term FROM (SELECT DISTINCT unnest(evidence).term AS term FROM article_topics WHERE language = '"
                            + language + "') WHERE length(term) BETWEEN 3 AND 30 ORDER BY md5(term) LIMIT 4",
                    row -> row.getString(1));
            assertThat(terms).isNotEmpty();
            for (String term : terms) {
                assertThat(ids(selection("words=\"*" + term + "*\"")))
                        .as(term)
                        .isEqualTo(having(term))
                        .isNotEmpty();
            }
        }
    }

    private static List<String> having(String words) throws SQLException {
        String folded = FoldedText.of(TextNormaliser.line(words)).toString();
        return database
                .query(
                        "SELECT article_id, coalesce(title, ''), text FROM articles ORDER BY published_at DESC NULLS LAST, article_id",
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .stream()
                .filter(row -> FoldedText.of(row.get(1)).toString().contains(folded)
                        || FoldedText.of(row.get(2))
                                .toString()
                                .replaceAll(" +", " ")
                                .contains(folded))
                .map(row -> row.get(0))
                .toList();
    }

    /** What a reader typed is never SQL, whether it is run or copied. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR 1=1 --",
                "'; DROP VIEW articles; --",
                "?",
                "\\",
                "\\'",
                "a?b'c\"d",
                "%",
                "$1",
                "\u0000x",
                "(?i)a",
                "[",
                "*'*",
                "𝔘'",
                "o'clock"
            })
    void hostileValuesAreValues(String value) throws Exception {
        for (String name : List.of("words", "topic", "country", "place", "outlet", "language")) {
            Map<String, String> asked = Map.of(name, value);
            if (name.equals("words") && value.codePoints().noneMatch(Character::isLetterOrDigit)) {
                assertThatThrownBy(() -> Selection.of(asked)).isInstanceOf(Selection.Refused.class);
                continue;
            }
            Selection selection = Selection.of(asked);

            List<String> ids = ids(selection);

            assertThat(ids).hasSizeLessThan(108);
            if (!value.contains("\u0000")) {
                String shown = new SelectionSql(selection).export().shown();
                assertThat(database.query(shown, row -> row.getString("article_id")))
                        .isEqualTo(ids);
            }
        }
    }

    @Test
    void theStatementThatIsShownGivesTheSame() throws Exception {
        for (String asked : List.of(
                "",
                "words=polisi",
                "words=\"online scam\" call*",
                "words=ma tuý",
                "words=电话",
                "words=ยาเสพติด&topic=drug_trafficking&grade=main",
                "country=KH&from=2025-01-01&to=2025-12-31&outlet=example")) {
            Selection selection = selection(asked);

            assertThat(database.query(new SelectionSql(selection).export().shown(), row -> row.getString(1)))
                    .as(asked)
                    .isEqualTo(ids(selection));
        }
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        Selection selection = selection("topic=online_scam");
        var paged = new ArrayList<String>();
        for (int offset = 0; offset < 108; offset += 5) {
            List<String> page = run(new SelectionSql(selection).page(false, 5, offset));
            paged.addAll(page.subList(0, Math.min(5, page.size())));
        }

        assertThat(paged).isEqualTo(ids(selection)).doesNotHaveDuplicates();
        assertThat(run(new SelectionSql(selection).count(false))).containsExactly(String.valueOf(paged.size()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from=yesterday                 | from: give a day as 2025-10-31
            from=2025-10-02&to=2025-10-01  | the first day is after the last one
            to=+12345-01-01                | to: give a year from 1 to 9999
            grade=best                     | grade: give main or mention
            words=--                       | words: give letters or digits
            words=a b c d e f g h i        | words: give at most 8
            place=LONG                     | place: give at most 200 characters
            """)
    void whatCannotBeAskedIsSaid(String asked, String message) {
        assertThatThrownBy(() -> selection(asked.replace("LONG", "x".repeat(201))))
                .isInstanceOf(Selection.Refused.class)
                .hasMessage(message);
    }

    private static Selection selection(String asked) throws Selection.Refused {
        var values = new HashMap<String, String>();
        for (String part : asked.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                values.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return Selection.of(values);
    }

    private static List<String> ids(Selection selection) throws SQLException {
        return run(new SelectionSql(selection).export());
    }

    private static List<String> run(SelectionSql.Bound query) throws SQLException {
        try (PreparedStatement statement = database.prepare(query.sql())) {
            for (int i = 0; i < query.values().size(); i++) {
                statement.setString(i + 1, query.values().get(i));
            }
            var rows = new ArrayList<String>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }
    }
}
