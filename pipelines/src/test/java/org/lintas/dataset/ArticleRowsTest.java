package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.record.CountryMention;
import org.lintas.record.Draft;
import org.lintas.record.PlaceMention;
import org.lintas.record.TopicLabel;
import org.lintas.text.PublishedText;

class ArticleRowsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id | main    | ID    | false
                    id | main    | MY    | true
                    id | main    | ID MY | true
                    id | main    |       | false
                    id | mention | ID MY | false
                    id |         | ID MY | false
                    ms | main    | MY    | false
                    my | main    | MM    | false
                    my | main    | TH    | true
                    en | main    | KH    | false
                    en | main    | KH TH | true
                    ta | main    | IN    | false
                    jv | main    | MY    | false
                    """)
    void crossesABorderIfAMainTopicMeetsTwoCountriesOrAForeignOne(
            String language, String grade, String countries, boolean transnational) {
        Draft draft = draft(language, grade, countries == null ? "" : countries);

        assertThat(ArticleRows.article(draft, PublishedText.FULL).getIsTransnational())
                .isEqualTo(transnational);
    }

    @Test
    void placesGiveCountriesButAreNotTransnational() {
        Draft draft = draft("en", "main", "KH");
        draft.setPlaces(List.of(place("Poipet", "KH"), place("Mae Sot", "TH"), place("Bavet", "KH")));

        assertThat(ArticleRows.article(draft, PublishedText.FULL).getCountriesByPlace())
                .containsExactly("KH", "TH");
        assertThat(ArticleRows.article(draft, PublishedText.FULL).getCountries())
                .containsExactly("KH");
        assertThat(ArticleRows.article(draft, PublishedText.FULL).getIsTransnational())
                .isFalse();
    }

    private static Draft draft(String language, String grade, String countries) {
        return Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("r")
                .setArchiveFile("news.jsonl")
                .setArchiveOffset(0)
                .setText("text")
                .setLanguage(language)
                .setTopics(
                        grade == null
                                ? List.of()
                                : List.of(TopicLabel.newBuilder()
                                        .setTopic("online_scam")
                                        .setGrade(grade)
                                        .setScore(0.9)
                                        .setEvidence(List.of())
                                        .build()))
                .setCountries(Stream.of(countries.split(" "))
                        .filter(country -> !country.isEmpty())
                        .map(country -> new CountryMention(country, 1, 0))
                        .toList())
                .build();
    }

    private static PlaceMention place(String name, String country) {
        return new PlaceMention(name, country, "border", 1, 0, 13.66, 102.56, List.of());
    }
}
