package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lintas.incident.LikenessTest.count;
import static org.lintas.incident.LikenessTest.probability;
import static org.lintas.incident.LikenessTest.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.record.PlaceMention;
import org.lintas.record.ReportedCount;

/** What reports tell of, in which town and how much of it. */
class ConceptLikenessTest {

    @Test
    void goodsThatBothTellSpeakForOneIncident() {
        ArticleReport.Builder one = about("one", "en", "goods:pangolin", "site:port");

        assertThat(probability(one, about("other", "th", "goods:pangolin", "site:port")))
                .isGreaterThan(probability(one, about("other", "th", "goods:fuel", "site:farm")));
    }

    private static ArticleReport.Builder about(String id, String language, String headline, String opening) {
        return report(id)
                .setLanguage(language)
                .setTitleConcepts(List.of(headline))
                .setConcepts(List.of(opening));
    }

    @Test
    void otherQuantitiesElsewhereAreOfAnotherIncident() {
        ReportedCount scales = count("pangolin", "kg", 310);
        ReportedCount others = count("pangolin", "kg", 1_800);
        ReportedCount tusks = count("ivory", "piece", 24);
        ArticleReport.Builder one = placed("one", "Nakhon Phanom", "TH", scales, tusks);

        assertThat(probability(one, placed("other", "Kaohsiung", "TW", others))).isZero();
        assertThat(probability(one, placed("other", "Kaohsiung", "TW", scales))).isPositive();
        assertThat(probability(one, placed("other", "Kaohsiung", "TW", others, tusks)))
                .as("one figure agrees")
                .isPositive();
        assertThat(probability(one, placed("other", "Nakhon Phanom", "TH", others)))
                .as("at the same place")
                .isPositive();
    }

    private static ArticleReport.Builder placed(String id, String place, String country, ReportedCount... counts) {
        return report(id)
                .setLanguage(id.equals("one") ? "th" : "zh")
                .setIsPlaced(true)
                .setTitleConcepts(List.of("goods:pangolin"))
                .setPlaces(List.of(new PlaceMention(place, country, "city", 1, 0, null, null, List.of())))
                .setCounts(List.of(counts));
    }

    @Test
    void townsOfOneProvinceAreTold() {
        ArticleReport.Builder one = inTown("one", "en", "Chiang Saen");

        assertThat(probability(one, inTown("other", "th", "Chiang Saen")))
                .isGreaterThan(probability(one, inTown("other", "th", "Mae Chan")));
    }

    private static ArticleReport.Builder inTown(String id, String language, String town) {
        return report(id)
                .setLanguage(language)
                .setPlaces(List.of(new PlaceMention("Chiang Rai", "TH", "province", 1, 0, null, null, List.of(town))));
    }
}
