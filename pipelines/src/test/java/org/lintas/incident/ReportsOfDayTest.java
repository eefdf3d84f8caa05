package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;

class ReportsOfDayTest {

    private static final int DAY = 20_000;

    private static final Report FIRST = report("a", DAY, "KH");
    private static final Report SECOND = report("b", DAY, "KH", "TH");
    private static final Report THIRD = report("c", DAY, "TH");
    private static final Report NEXT_DAY = report("d", DAY + 1, "KH");
    private static final Report LATER = report("e", DAY + 9, "KH");

    private static final Frequencies FREQUENCIES =
            Incidents.frequencies(List.of(FIRST, SECOND, THIRD, NEXT_DAY, LATER));

    @Test
    void reportsOfTheSameDayAreCounted() {
        assertThat(ReportsOfDay.of(FIRST, SECOND, FREQUENCIES).all()).isEqualTo(3);
        assertThat(ReportsOfDay.of(FIRST, LATER, FREQUENCIES).all())
                .as("of two days the more")
                .isEqualTo(3);
        assertThat(ReportsOfDay.of(LATER, LATER, FREQUENCIES).all()).isEqualTo(1);
    }

    @Test
    void reportsOfACountryCountAlsoOfTheDayBefore() {
        assertThat(ReportsOfDay.of(FIRST, SECOND, FREQUENCIES).ofCountry()).isEqualTo(2);
        assertThat(ReportsOfDay.of(FIRST, NEXT_DAY, FREQUENCIES).ofCountry()).isEqualTo(3);
        assertThat(ReportsOfDay.of(FIRST, THIRD, FREQUENCIES).ofCountry())
                .as("no country in common")
                .isZero();
    }

    @Test
    void whatHasNoDayIsNotTheOnlyReportOfOne() {
        Report none = report("f", null, "KH");
        assertThat(ReportsOfDay.of(none, none, FREQUENCIES)).isEqualTo(new ReportsOfDay(0, 0));
        assertThat(ReportsOfDay.of(none, FIRST, FREQUENCIES)).isEqualTo(new ReportsOfDay(3, 2));
    }

    private static Report report(String id, Integer day, String... countries) {
        return new Report(ArticleReport.newBuilder(LikenessTest.report(id))
                .setEventDay(day)
                .setDays(Stream.ofNullable(day).toList())
                .setPlaces(List.of())
                .setCountries(List.of(countries))
                .build());
    }
}
