package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentFigure;

class FiguresTest {

    private static ReportedCount told(double value, double whole, boolean isAggregate) {
        return ReportedCount.newBuilder()
                .setSubject("heroin")
                .setUnit("kg")
                .setLow(value)
                .setHigh(value)
                .setIsAggregate(isAggregate)
                .setInOpening(true)
                .setIsOfEvent(true)
                .setWhole(whole)
                .build();
    }

    private static Report report(String id, String outlet, int day, ReportedCount... counts) {
        return new Report(LikenessTest.report(id)
                .setOutlets(List.of(outlet))
                .setPublishedDay(day)
                .setCounts(List.of(counts))
                .build());
    }

    @Test
    void theBestValueIsTheOneThatMostLikelyCountsAll() {
        assertThat(Figures.of(
                        "i",
                        List.of(
                                report("a", "one.example", 1, told(12, .2, false), told(42, .8, false)),
                                report("b", "two.example", 2, told(12, .3, false)))))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.getBest()).isEqualTo(42);
                    assertThat(figure.getConfidence()).isBetween(.5, .95);
                    assertThat(figure.getLow()).isEqualTo(12);
                    assertThat(figure.getLatest()).isEqualTo(12);
                    assertThat(figure.getIsConflict()).isTrue();
                    assertThat(figure.getOutlets()).isEqualTo(1);
                });
    }

    @Test
    void partsBesideTheirTotalAreNoConflict() {
        assertThat(isConflict(told(12, .2, false), told(42, .8, false))).isFalse();
        assertThat(conflicts(
                        report("a", "one.example", 1, told(42, .8, false)),
                        report("b", "two.example", 2, told(30, .9, false))))
                .isTrue();
    }

    @Test
    void aRangeDoesNotContradictAValueInIt() {
        ReportedCount range = told(30, .8, false);
        range.setHigh(40d);

        assertThat(isConflict(range)).isFalse();
        assertThat(conflicts(report("a", "one.example", 1, range), report("b", "two.example", 2, told(38, .9, false))))
                .isFalse();
        assertThat(conflicts(report("a", "one.example", 1, range), report("b", "two.example", 2, told(60, .9, false))))
                .isTrue();
    }

    @Test
    void theLatestValueIsThatOfTheLastKnownDay() {
        Report undated = report("z", "three.example", 0, told(2, .9, false));
        undated.article().setPublishedDay(null);

        assertThat(Figures.of(
                        "i",
                        List.of(
                                report("a", "one.example", 1, told(3, .9, false)),
                                report("b", "two.example", 2, told(12, .9, false)),
                                undated)))
                .singleElement()
                .satisfies(figure -> assertThat(figure.getLatest()).isEqualTo(12));
    }

    /** One article calls it drugs, another one tells the kind. */
    @Test
    void drugsAreNotCountedTwice() {
        assertThat(subjects(told(40, .9, false), drugs(40))).containsExactly("heroin");
        assertThat(subjects(told(40, .9, false), drugs(95))).containsExactly("drugs", "heroin");
        ReportedCount ketamine = told(55, .9, false);
        ketamine.setSubject("ketamine");
        assertThat(subjects(told(40, .9, false), ketamine, drugs(95))).containsExactly("heroin", "ketamine");
        assertThat(subjects(drugs(95))).containsExactly("drugs");
    }

    private static ReportedCount drugs(double kilograms) {
        ReportedCount drugs = told(kilograms, .9, false);
        drugs.setSubject("drugs");
        return drugs;
    }

    private static List<String> subjects(ReportedCount... counts) {
        return Figures.of("i", List.of(report("a", "one.example", 1, counts))).stream()
                .map(IncidentFigure::getSubject)
                .toList();
    }

    private static boolean isConflict(ReportedCount... counts) {
        return conflicts(report("a", "one.example", 1, counts));
    }

    private static boolean conflicts(Report... reports) {
        return Figures.of("i", List.of(reports)).get(0).getIsConflict();
    }

    @Test
    void outletsThatAgreeMakeAValueLikelier() {
        IncidentFigure figure = Figures.of(
                        "i",
                        List.of(
                                report("a", "one.example", 1, told(40, .5, false)),
                                report("b", "two.example", 2, told(40.5, .5, false))))
                .get(0);
        assertThat(figure.getBest()).isEqualTo(40.5);
        assertThat(figure.getConfidence()).isCloseTo(.75, within(1e-9));
        assertThat(figure.getOutlets()).isEqualTo(2);
    }

    @Test
    void copiesOfAnArticleDoNot() {
        Report copied = report("a", "one.example", 1, told(40, .3, false));
        copied.article().setOutlets(List.of("one.example", "three.example", "two.example"));
        IncidentFigure figure = Figures.of("i", List.of(copied)).get(0);
        assertThat(figure.getOutlets()).isEqualTo(3);
        assertThat(figure.getConfidence()).isEqualTo(.3);
    }

    @Test
    void ofTotalsTheOneThatMostOutletsTellIsTheBest() {
        assertThat(Figures.of(
                                "i",
                                List.of(
                                        report("a", "one.example", 1, told(900, 0, true)),
                                        report("b", "two.example", 2, told(1200, .4, true)),
                                        report("c", "three.example", 3, told(900, 0, true))))
                        .get(0)
                        .getBest())
                .isEqualTo(900);
    }

    @Test
    void oneOutletThatRepeatsItselfDoesNot() {
        assertThat(Figures.of(
                                "i",
                                List.of(
                                        report("a", "one.example", 1, told(40, .5, false)),
                                        report("b", "one.example", 2, told(40, .4, false))))
                        .get(0)
                        .getConfidence())
                .isEqualTo(.5);
    }

    @Test
    void theExactTotalIsBetterThanItsRoundedForm() {
        assertThat(Figures.of(
                                "i",
                                List.of(
                                        report("a", "one.example", 1, told(3000, .3, true)),
                                        report("b", "two.example", 2, told(2883, .3, true))))
                        .get(0)
                        .getBest())
                .isEqualTo(2883);
    }

    @Test
    void aTotalOfTheYearHasNoConfidence() {
        assertThat(Figures.of("i", List.of(report("a", "one.example", 1, told(900, .7, true), told(40, .9, false)))))
                .extracting(IncidentFigure::getIsAggregate, IncidentFigure::getConfidence)
                .containsExactlyInAnyOrder(tuple(false, .9), tuple(true, null));
    }

    @Test
    void aFigureOfTheHeadlineCountsWhereTheTextHasNone() {
        Report report = report("a", "one.example", 1, told(12, .4, false));
        report.article().setTitleCounts(List.of(told(42, .7, false)));
        assertThat(Figures.of("i", List.of(report))).singleElement().satisfies(figure -> {
            assertThat(figure.getBest()).isEqualTo(42);
            assertThat(figure.getLow()).isEqualTo(12);
            assertThat(figure.getConfidence()).isEqualTo(.7);
        });
    }

    @Test
    void ofExactNumbersTheOneThatMostOutletsTellIsBetter() {
        assertThat(Figures.of(
                        "i",
                        List.of(
                                report("a", "one.example", 1, told(2883, .6, false)),
                                report("b", "two.example", 2, told(3000, .8, false), told(3124, .05, false)),
                                report("c", "three.example", 3, told(2883, .6, false)))))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.getBest()).isEqualTo(2883);
                    assertThat(figure.getArticles()).isEqualTo(3);
                });
    }

    @Test
    void theExactNumberIsBetterThanItsRoundedForm() {
        assertThat(Figures.of(
                        "i",
                        List.of(
                                report("a", "one.example", 1, told(3000, .8, false), told(2883, .4, false)),
                                report("b", "two.example", 2, told(3000, .8, false)))))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.getBest()).isEqualTo(2883);
                    assertThat(figure.getOutlets()).isEqualTo(2);
                    assertThat(figure.getConfidence()).isCloseTo(.96, within(1e-9));
                });
    }
}
