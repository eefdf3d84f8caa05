package org.lintas.corpus.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;
import org.lintas.text.OutletCountry;

/** Incidents that only the press of other countries tells of; all of them are made up. */
class ToldOnlyAbroadTest {

    private static final String RECIPE = "told-only-abroad";

    @TempDir
    private Path folder;

    private MadeUpCorpus corpus;

    @BeforeEach
    void open() throws SQLException {
        corpus = MadeUpCorpus.in(folder);
    }

    @AfterEach
    void close() throws SQLException {
        corpus.close();
    }

    private void incident(String id, String country) throws SQLException {
        corpus.with(
                "incidents",
                "incident_id, country, topics, articles, first_reported_at",
                "'" + id + "', '" + country + "', ['online_scam'], 1, '2025-03-05 00:00:00+00'");
    }

    /** An article with an address on an incident. */
    private void article(String incident, String role, String language, String host) throws SQLException {
        String id = incident + "-" + language + "-" + host;
        corpus.with(
                        "articles",
                        "article_id, cluster_id, language, url, published_at",
                        "'" + id + "', '" + id + "', '" + language + "', 'https://" + host
                                + "/1', '2025-03-01 00:00:00+00'")
                .with(
                        "incident_articles",
                        "incident_id, article_id, language, role",
                        "'" + incident + "', '" + id + "', '" + language + "', '" + role + "'");
    }

    @Test
    void noArticleIsOfTheCountryItself() throws SQLException {
        incident("home", "KH");
        article("home", "report", "km", "a.example");
        article("home", "report", "th", "a.example");
        incident("abroad", "KH");
        article("abroad", "report", "th", "b.example");
        article("abroad", "report", "vi", "b.example");
        incident("mentioned", "KH");
        article("mentioned", "report", "th", "c.example");
        article("mentioned", "mention", "km", "c.example");
        incident("trial", "KH");
        article("trial", "follow_up", "th", "d.example");

        assertThat(corpus.rows(RECIPE, "incident_id", "country", "press", "unknown", "home_then", "home_articles"))
                .containsExactly("abroad KH [TH, VN] 0 2 2");
        assertThat(corpus.set("topic", "wildlife_trafficking").rows(RECIPE, "incident_id"))
                .isEmpty();
    }

    @Test
    void aCopyAtHomeCounts() throws SQLException {
        incident("copied", "KH");
        article("copied", "report", "en", "a.example.th");
        article("other", "report", "km", "a.example");
        assertThat(corpus.rows(RECIPE, "incident_id")).containsExactly("copied");

        corpus.with(
                "duplicates", "cluster_id, language, url", "'copied-en-a.example.th', 'en', 'https://b.example.kh/1'");

        assertThat(corpus.rows(RECIPE, "incident_id")).isEmpty();
    }

    @Test
    void anArticleOfAnEarlierCorpusCountsByItsLanguage() throws SQLException {
        incident("continued", "KH");
        article("continued", "report", "th", "a.example");
        article("other", "report", "km", "a.example");
        assertThat(corpus.rows(RECIPE, "incident_id")).containsExactly("continued");

        corpus.with(
                "incident_articles", "incident_id, article_id, language, role", "'continued', 'gone', 'km', 'report'");

        assertThat(corpus.rows(RECIPE, "incident_id")).isEmpty();
    }

    @Test
    void unknownCountriesAndThoseWithoutAPressAreThereIfAskedFor() throws SQLException {
        incident("far", "US");
        article("far", "report", "vi", "a.example");
        incident("unsure", "VN");
        article("unsure", "report", "en", "a.example.com");

        assertThat(corpus.rows(RECIPE, "incident_id")).isEmpty();
        assertThat(corpus.set("unknown", "1").rows(RECIPE, "incident_id", "unknown", "press"))
                .containsExactly("unsure 1 null");
        assertThat(corpus.set("home", "0").rows(RECIPE, "incident_id")).containsExactly("unsure", "far");
    }

    @ParameterizedTest
    @EnumSource
    void theCountryOfALanguageIsItsHome(Language language) throws SQLException {
        assertThat(press(language.code(), "a.example"))
                .isEqualTo(language == Language.CHINESE ? Optional.empty() : language.home());
    }

    @ParameterizedTest
    @CsvSource({
        "zh, news.example.sg, SG",
        "ms, news.example.bn:8080, BN",
        "th, news.example.la, TH",
        "en, NEWS.EXAMPLE.CO.UK, GB",
        "en, news.example.com/a.th, ",
        "en, news.example.com?from=a.th, "
    })
    void theDomainTellsTheCountryOfOtherLanguages(String language, String host, String country) throws SQLException {
        assertThat(press(language, host)).isEqualTo(Optional.ofNullable(country));
    }

    private Optional<String> press(String language, String host) throws SQLException {
        incident("far", "AQ");
        article("far", "report", language, host);
        corpus.set("home", "0").set("unknown", "1");
        return corpus.rows(RECIPE, "press").stream()
                .filter(press -> !press.equals("null"))
                .map(press -> press.replaceAll("[\\[\\]]", ""))
                .findFirst();
    }

    @Test
    void domainsAreThoseOfThePipeline() throws SQLException {
        List<String> known = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            String host = "example." + code.toLowerCase(Locale.ROOT);
            incident(code, "XX");
            article(code, "report", "en", host);
            known.add(code + " "
                    + OutletCountry.ofDomain(host)
                            .map(country -> "[" + country + "]")
                            .orElse("null"));
        }

        assertThat(corpus.set("home", "0").set("unknown", "1").rows(RECIPE, "incident_id", "press"))
                .containsExactlyInAnyOrderElementsOf(known);
    }
}
