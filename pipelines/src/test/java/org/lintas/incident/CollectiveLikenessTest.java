package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.record.PlaceMention;
import org.lintas.record.ReportedCount;

class CollectiveLikenessTest {

    /** Two reports in two languages are of one incident with this probability, two in one language with the rest of 1. */
    private static final double ACROSS = 1 / (1 + Math.exp(-3));

    private static final LinkModel BY_LANGUAGE = new LinkModel(
            List.of(List.of("START", "0"), List.of("WITHIN", "0.5", "2"), List.of("LEAF", "3"), List.of("LEAF", "-3")));

    @Test
    void aThirdReportSpeaksForTwoThatAreBothLikeIt() {
        double[] features = likeness(report("a", "en"), report("b", "en"), report("c", "th"))
                .features(0, 1);

        assertThat(value(features, CollectiveFeature.ALONE)).isCloseTo(1 - ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.SUPPORT)).isCloseTo(ACROSS * ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.SUPPORT_FIRST)).isCloseTo(ACROSS * ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.SUPPORT_SECOND)).isZero();
        assertThat(value(features, CollectiveFeature.SHARED_LOW)).isCloseTo(ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.BEST_LOW)).isCloseTo(ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.LIKELY_LOW)).isEqualTo(1);
        assertThat(value(features, CollectiveFeature.RANK_HIGH)).isEqualTo(1);
        assertThat(value(features, CollectiveFeature.CONTRADICTED_HIGH)).isZero();
    }

    @Test
    void whatIsLikeOneOfTwoOnlySpeaksAgainstThem() {
        double[] features = likeness(report("a", "en"), report("b", "th"), report("c", "th"))
                .features(0, 1);

        assertThat(value(features, CollectiveFeature.ALONE)).isCloseTo(ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.AGAINST)).isCloseTo(ACROSS * ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.AGAINST_FIRST)).isCloseTo(ACROSS * ACROSS, within(1e-9));
        assertThat(value(features, CollectiveFeature.SUPPORT)).isCloseTo(ACROSS * (1 - ACROSS), within(1e-9));
        assertThat(value(features, CollectiveFeature.LIKELY_LOW)).isZero();
        assertThat(value(features, CollectiveFeature.LIKELY_HIGH)).isEqualTo(1);
    }

    @Test
    void aReportMayContradictWhatAnotherIsLike() {
        CollectiveLikeness likeness =
                likeness(report("a", "en"), report("b", "th"), elsewhere(report("c", "th")), report("d", "vi"));

        double[] contradicted = likeness.features(0, 2);
        assertThat(value(contradicted, CollectiveFeature.ALONE)).isZero();
        assertThat(value(contradicted, CollectiveFeature.CONTRADICTED_HIGH))
                .as("what the first is like")
                .isEqualTo(1);
        assertThat(value(contradicted, CollectiveFeature.CONTRADICTED_LOW))
                .as("the other is like none")
                .isNegative();
        assertThat(value(likeness.features(0, 1), CollectiveFeature.CONTRADICTED_HIGH))
                .isZero();
        assertThat(likeness.isPossible(0, 2)).as("contradicted").isFalse();
        assertThat(likeness.probability(0, 2)).as("by what others say").isBetween(.01, .5);
        assertThat(likeness.isPossible(0, 1)).isTrue();
    }

    @Test
    void whatHasTooLittleInCommonNeedsAThirdThatHasEnoughWithOne() {
        ReportedCount seizure = LikenessTest.count("methamphetamine", "kg", 643);
        ReportedCount arrests = LikenessTest.count("arrested", "person", 37);
        ArticleReport one = ofADay("a", "en", seizure);
        ArticleReport other = ofADay("b", "th", arrests);

        assertThat(likeness(one, other).isPossible(0, 1)).isFalse();
        assertThat(likeness(one, other, ofADay("c", "vi")).isPossible(0, 1))
                .as("a third that tells as little")
                .isFalse();
        assertThat(likeness(one, other, ofADay("c", "vi", seizure)).isPossible(0, 1))
                .as("a third that has enough with one")
                .isTrue();
        assertThat(likeness(one, other, ofADay("c", "vi", seizure, arrests)).isPossible(0, 1))
                .isTrue();
    }

    @Test
    void whatEarlierCorporaHoldInTwoIncidentsIsOfTwo() {
        ArticleReport.Builder one = ArticleReport.newBuilder(report("a", "en")).setIncident("X");
        ArticleReport.Builder other = ArticleReport.newBuilder(report("b", "th"));
        ArticleReport added = report("c", "vi");

        assertThat(likeness(one.build(), other.setIncident("X").build(), added).isPossible(0, 1))
                .isTrue();
        CollectiveLikeness two = likeness(one.build(), other.setIncident("Y").build(), added);
        assertThat(two.isPossible(0, 1)).isFalse();
        assertThat(value(two.features(0, 2), CollectiveFeature.CONTRADICTED_HIGH))
                .as("what is like the new report contradicts the other")
                .isEqualTo(1);
    }

    @Test
    void theOrderOfTwoReportsIsNoFeature() {
        CollectiveLikeness likeness =
                likeness(report("a", "en"), report("b", "th"), report("c", "th"), elsewhere(report("d", "vi")));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(likeness.features(i, j)).containsExactly(likeness.features(j, i));
            }
        }
    }

    @Test
    void twoReportsAreLikelierOfOneIncidentWithOthersThatAreLikeBoth() {
        CollectiveLikeness alone = likeness(report("a", "en"), report("b", "en"));
        CollectiveLikeness amongOthers =
                likeness(report("a", "en"), report("b", "en"), report("c", "th"), report("d", "vi"), report("e", "km"));

        assertThat(alone.probability(0, 1)).isLessThan(.2).isEqualTo(alone.probability(1, 0));
        assertThat(amongOthers.probability(0, 1)).isGreaterThan(2 * alone.probability(0, 1));
    }

    @Test
    void othersSpeakForTwoThatTellTooLittleThemselves() {
        ReportedCount seizure = LikenessTest.count("methamphetamine", "kg", 643);
        ReportedCount arrests = LikenessTest.count("arrested", "person", 37);
        ArticleReport one = ofADay("a", "en", seizure);
        ArticleReport other = ofADay("b", "en", arrests);
        CollectiveLikeness alone = likeness(one, other);
        CollectiveLikeness amongOthers =
                likeness(one, other, ofADay("c", "vi", seizure, arrests), ofADay("d", "km", seizure, arrests));

        assertThat(alone.isPossible(0, 1)).isFalse();
        assertThat(alone.probability(0, 1)).isPositive();
        assertThat(amongOthers.probability(0, 1)).isGreaterThan(2 * alone.probability(0, 1));
    }

    private static double value(double[] features, CollectiveFeature feature) {
        return features[CollectiveLikeness.FEATURES.indexOf(feature.name())];
    }

    private static CollectiveLikeness likeness(ArticleReport... articles) {
        List<Report> reports = Stream.of(articles).map(Report::new).sorted().toList();
        return new CollectiveLikeness(reports, new Likeness(Incidents.frequencies(reports), BY_LANGUAGE));
    }

    private static ArticleReport report(String id, String language) {
        return LikenessTest.report(id)
                .setLanguage(language)
                .setEventPrecision("told")
                .setCounts(List.of(LikenessTest.count("methamphetamine", "kg", 643)))
                .build();
    }

    /** Tells no place. */
    private static ArticleReport ofADay(String id, String language, ReportedCount... counts) {
        return ArticleReport.newBuilder(report(id, language))
                .setPlaces(List.of())
                .setCountries(List.of())
                .setCounts(List.of(counts))
                .build();
    }

    private static ArticleReport elsewhere(ArticleReport report) {
        return ArticleReport.newBuilder(report)
                .setEventDay((int) LocalDate.of(2025, 3, 20).toEpochDay())
                .setPlaces(List.of(new PlaceMention("Poipet", "KH", "city", 1, 0, null, null, List.of())))
                .build();
    }
}
