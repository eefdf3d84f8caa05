package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lintas.incident.ToldValues.Told;
import org.lintas.record.ArticleReport;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentFigure;

class ToldValuesTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-03-12");

    @Test
    void aLaterNumberThatCountsMoreIsTheBest() {
        IncidentFigure figure = arrested(
                report("a", 0, people("arrested", 3, .9)),
                report("b", 0, people("arrested", 3, .9)),
                report("c", 1, people("arrested", 3, .8)),
                report("d", 8, people("arrested", 5, .8)));

        assertThat(figure.getBest()).isEqualTo(5);
        assertThat(figure.getLatest()).isEqualTo(5);
        assertThat(figure.getLow()).isEqualTo(3);
        assertThat(figure.getIsConflict()).isTrue();
        assertThat(figure.getArticles()).isEqualTo(1);
        assertThat(figure.getArticleIds()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aSmallerGroupThatIsToldLaterIsNotAll() {
        IncidentFigure figure = arrested(
                report("a", 0, people("arrested", 30, .9)),
                report("b", 1, people("arrested", 30, .9)),
                report("c", 9, people("arrested", 2, .4)));

        assertThat(figure.getBest()).isEqualTo(30);
        assertThat(figure.getLatest()).isEqualTo(2);
    }

    @Test
    void aRoundedNumberGivesWayToItsExactForm() {
        IncidentFigure figure = arrested(
                report("a", 0, people("arrested", 400, .9)),
                report("b", 0, people("arrested", 400, .9)),
                report("c", 0, people("arrested", 417, .5)));

        assertThat(figure.getBest()).isEqualTo(417);
        assertThat(figure.getOutlets()).isEqualTo(3);
    }

    @Test
    void ofOneArticleTheValueThatIsLikeliestWhereItStandsCounts() {
        IncidentFigure figure = arrested(
                report("a", 0, people("arrested", 7, .9), people("arrested", 120, .2), people("suspect", 9, .95)));

        assertThat(figure.getBest()).isEqualTo(7);
        assertThat(figure.getConfidence()).isCloseTo(.9, within(1e-9));
        assertThat(figure.getHigh()).isEqualTo(120);
    }

    @Test
    void thoseArrestedMayBeTheSuspectsOfAnotherArticle() {
        IncidentFigure figure = arrested(
                report("a", 0, people("arrested", 1, .3)),
                report("b", 0, people("suspect", 6, .9)),
                report("c", 1, people("suspect", 6, .9)));

        assertThat(figure.getSubject()).isEqualTo("arrested");
        assertThat(figure.getBest()).isEqualTo(6);
        assertThat(figure.getHigh()).isEqualTo(6);
        assertThat(figure.getArticleIds()).containsExactly("a", "b", "c");
    }

    @Test
    void whatAnArticleTellsOfBothIsNotMixed() {
        IncidentFigure figure = arrested(
                report("a", 0, people("arrested", 2, .95), people("suspect", 6, .95)),
                report("b", 0, people("arrested", 2, .95), people("suspect", 6, .95)));

        assertThat(figure.getBest()).isEqualTo(2);
        assertThat(figure.getHigh()).isEqualTo(2);
    }

    @Test
    void articlesWithoutADayAreReadToo() {
        Report undated = report("b", 0, people("arrested", 5, .8));
        undated.article().setPublishedDay(null);
        IncidentFigure figure = arrested(report("a", 0, people("arrested", 3, .9)), undated);

        assertThat(figure.getBest()).isEqualTo(5);
        assertThat(figure.getLatest()).isEqualTo(3);
        assertThat(values(report("a", 0, people("arrested", 3, .9)), undated, 3, ValueFeature.LATEST))
                .isEqualTo(1);
        assertThat(values(report("a", 0, people("arrested", 3, .9)), undated, 3, ValueFeature.UNTIL_LARGER))
                .isZero();
    }

    @Test
    @Timeout(20)
    void ofThousandsOfValuesTheLikeliestAreWeighed() {
        Report[] reports = IntStream.range(0, 2_000)
                .mapToObj(i -> report("r" + i, i % 30, people("arrested", 10 + i, i == 1_500 ? .99 : .1)))
                .toArray(Report[]::new);

        assertThat(arrested(reports).getHigh()).isEqualTo(2_009);
        assertThat(arrested(reports).getBest()).isGreaterThanOrEqualTo(1_510);
    }

    @Test
    void aValueOfZeroIsWeighed() {
        assertThat(arrested(report("a", 0, people("arrested", 0, .9)), report("b", 1, people("arrested", 5, .9)))
                        .getBest())
                .isEqualTo(5);
    }

    @Test
    void somethingIsWeighedUnderEachName() {
        Report first = report("a", 0, people("arrested", 3, .9));
        Report second = report("b", 8, people("arrested", 5, .8));

        assertThat(values(first, second, 3, ValueFeature.LARGER)).isEqualTo(1);
        assertThat(values(first, second, 3, ValueFeature.UNTIL_LARGER)).isEqualTo(8);
        assertThat(values(first, second, 3, ValueFeature.SINCE)).isEqualTo(8);
        assertThat(values(first, second, 3, ValueFeature.LATEST)).isZero();
        assertThat(values(first, second, 5, ValueFeature.LATEST)).isEqualTo(1);
        assertThat(values(first, second, 5, ValueFeature.TO_LARGEST)).isZero();
        assertThat(values(first, second, 5, ValueFeature.EXACTLY_THIS)).isEqualTo(.8);
    }

    @Test
    @Timeout(20)
    void manyValuesTakeLittleTime() {
        var reports = new Report[150];
        for (int i = 0; i < reports.length; i++) {
            var counts = new ReportedCount[24];
            for (int k = 0; k < counts.length; k++) {
                counts[k] = people("arrested", 1000 + (i * counts.length + k) * 17, .5);
            }
            reports[i] = report(String.format("%03d", i), 0, counts);
            reports[i].article().setPublishedDay(null);
        }

        assertThat(arrested(reports).getArticleIds()).hasSize(reports.length);
    }

    private static double values(Report one, Report other, double value, ValueFeature feature) {
        var values = new ToldValues(List.of(told(one), told(other)), List.of());
        return values.values().stream()
                .filter(told -> told.value() == value)
                .map(told -> values.features(told)[ToldValues.FEATURES.indexOf(feature.name())])
                .findFirst()
                .orElseThrow();
    }

    private static Told told(Report report) {
        return new Told(report, report.article().getCounts().get(0));
    }

    private static IncidentFigure arrested(Report... reports) {
        return Figures.of("a", List.of(reports)).stream()
                .filter(figure -> figure.getSubject().equals("arrested"))
                .findFirst()
                .orElseThrow();
    }

    private static Report report(String id, int day, ReportedCount... counts) {
        ArticleReport any = InventedReports.ALL.get(0);
        return new Report(ArticleReport.newBuilder(any)
                .setArticleId(id)
                .setOutlets(List.of(id + ".example"))
                .setPublishedDay((int) FIRST.plusDays(day).toEpochDay())
                .setPublishedAt(FIRST.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC))
                .setCounts(Stream.of(counts).toList())
                .setTitleCounts(List.of())
                .build());
    }

    private static ReportedCount people(String subject, double count, double whole) {
        return new ReportedCount(subject, "person", count, count, false, true, true, whole);
    }
}
