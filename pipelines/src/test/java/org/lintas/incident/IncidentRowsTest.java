package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.record.PlaceMention;
import org.lintas.schemas.Incident;
import org.lintas.schemas.IncidentArticle;
import org.lintas.schemas.IncidentFigure;

/** What is told of an incident, by its reports. */
class IncidentRowsTest {

    private static final PlaceMention KAMPOT =
            new PlaceMention("Kampot", "KH", "city", 1, 50, null, null, List.of("Bokor"));

    @Test
    void aSeizureCountsOnce() {
        List<SpecificRecord> rows = rowsOf("meth");
        assertThat(rows)
                .filteredOn(row -> row instanceof IncidentFigure figure
                        && figure.getSubject().equals("methamphetamine"))
                .singleElement()
                .satisfies(row -> {
                    var figure = (IncidentFigure) row;
                    assertThat(figure.getBest()).isEqualTo(643);
                    assertThat(figure.getUnit()).isEqualTo("kg");
                    assertThat(figure.getIsConflict()).isFalse();
                    assertThat(figure.getOutlets()).isGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void anIncidentSaysWhereAndWhenAndWhoWasFirst() {
        var incident = (Incident) rowsOf("compound").get(0);
        assertThat(incident.getEventDate()).isEqualTo(LocalDate.of(2025, 3, 19));
        assertThat(incident.getPlace()).isEqualTo("Sihanoukville");
        assertThat(incident.getCountry()).isEqualTo("KH");
        assertThat(incident.getLanguages()).containsExactly("en", "id", "vi");
        assertThat(incident.getFirstOutlet()).isEqualTo("Coast Post");
        assertThat(incident.getMergeReasons()).contains("place", "day", "figure");
    }

    @Test
    void everyArticleHasTheKeysByWhichItWasJoined() {
        assertThat(rowsOf("compound"))
                .filteredOn(IncidentArticle.class::isInstance)
                .hasSize(3)
                .allSatisfy(row -> {
                    var article = (IncidentArticle) row;
                    assertThat(article.getJoinedTo()).isNotNull();
                    assertThat(article.getKeys()).isNotEmpty();
                    assertThat(article.getScore()).isGreaterThan(2.5);
                });
    }

    @Test
    void aTownIsThatOfReportsThatNameASingleOne() {
        assertThat(town(List.of("Otres", "Prey Nob"), List.of("Otres"), List.of("Prey Nob"), List.of("Prey Nob")))
                .isEqualTo("Prey Nob");
        assertThat(town(List.of("Prey Nob"), List.of("Otres"), List.of()))
                .as("of equals that of the first report")
                .isEqualTo("Prey Nob");
        assertThat(town(List.of("Otres", "Prey Nob"), List.of())).isNull();
    }

    @Test
    void aReportOfAnotherPlaceTellsNoTown() {
        assertThat(townOf(List.of(
                        at("town-0", sihanoukville(List.of())),
                        at("town-1", sihanoukville(List.of())),
                        at("town-2", KAMPOT, sihanoukville(List.of("Otres"))))))
                .isNull();
    }

    private static PlaceMention sihanoukville(List<String> towns) {
        return new PlaceMention("Sihanoukville", "KH", "hub", 1, 0, null, null, towns);
    }

    /** A report whose places are the likeliest of the event first. */
    private static ArticleReport at(String id, PlaceMention... places) {
        return ArticleReport.newBuilder(InventedReports.ALL.get(0))
                .setArticleId(id)
                .setIsPlaced(true)
                .setPlaces(List.of(places))
                .build();
    }

    /** The town of an incident whose reports name towns in its place. */
    @SafeVarargs
    private static String town(List<String>... towns) {
        return townOf(IntStream.range(0, towns.length)
                .mapToObj(i -> at("town-" + i, sihanoukville(towns[i]), KAMPOT))
                .toList());
    }

    private static String townOf(List<ArticleReport> told) {
        return incident(told.toArray(ArticleReport[]::new)).getTown();
    }

    @Test
    void theDayHasTheHighestProbabilityThatAReportGivesIt() {
        Incident incident =
                incident(told("day-0", 20_000, .61), told("day-1", 20_001, .97), told("day-2", 20_000, .838));

        assertThat(incident.getEventDate()).isEqualTo(LocalDate.ofEpochDay(20_000));
        assertThat(incident.getEventConfidence()).isEqualTo(.84);
    }

    @Test
    void ofDaysThatAsManyTellTheLikelierCounts() {
        Incident incident = incident(told("day-0", 20_000, .5), told("day-1", 20_001, .97));

        assertThat(incident.getEventDate()).isEqualTo(LocalDate.ofEpochDay(20_001));
        assertThat(incident.getEventConfidence()).isEqualTo(.97);
        assertThat(incident(told("day-0", 20_000, .6), told("day-1", 20_001, .6))
                        .getEventDate())
                .as("of equals that of the first report")
                .isEqualTo(LocalDate.ofEpochDay(20_000));
    }

    @Test
    void whatIsYetToComeIsNoDayOfTheEvent() {
        ArticleReport first = told("day-0", 20_000, .6);
        ArticleReport misprint = told("day-1", 20_365, .97);
        first.setPublishedDay(20_001);
        misprint.setPublishedDay(20_002);

        assertThat(incident(first, misprint).getEventDate()).isEqualTo(LocalDate.ofEpochDay(20_000));
        ArticleReport nextDay = told("day-1", 20_002, .97);
        nextDay.setPublishedDay(20_002);
        assertThat(incident(first, nextDay).getEventDate())
                .as("a day later elsewhere")
                .isEqualTo(LocalDate.ofEpochDay(20_002));
    }

    @Test
    void whatNamesNoCountryIsAtHome() {
        assertThat(incident(nowhere("th", "khao.example")).getCountry()).isEqualTo("TH");
        assertThat(incident(nowhere("zh", "kuaixun.example")).getCountry()).isNull();
        assertThat(incident(nowhere("en", "post.example")).getCountry()).isNull();
    }

    private static ArticleReport nowhere(String language, String outlet) {
        return ArticleReport.newBuilder(InventedReports.ALL.get(0))
                .setLanguage(language)
                .setOutlets(List.of(outlet))
                .setPlaces(List.of())
                .setIsPlaced(false)
                .setCountries(List.of())
                .build();
    }

    @Test
    void anArticleWhoseMonthAloneIsKnownIsNotTheFirst() {
        ArticleReport ofMonth = told("day-0", 20_000, .6);
        ofMonth.setPublishedAt(Instant.parse("2024-10-01T00:00:00Z"));
        ofMonth.setPublishedDay(null);
        ArticleReport ofDay = told("day-1", 20_000, .6);
        ofDay.setPublishedAt(Instant.parse("2024-10-05T00:00:00Z"));
        ofDay.setPublishedDay(20_001);

        assertThat(incident(ofMonth, ofDay).getIncidentId()).isEqualTo("day-1");
        assertThat(incident(ofMonth, ofDay).getFirstReportedAt()).isEqualTo(ofDay.getPublishedAt());
        assertThat(incident(ofMonth).getFirstReportedAt()).isNull();
    }

    @Test
    void aDayThatNoTextTellsHasNoProbability() {
        ArticleReport published = ArticleReport.newBuilder(told("day-0", 20_000, 0))
                .setEventPrecision("published")
                .build();

        assertThat(incident(published).getEventDate()).isNotNull();
        assertThat(incident(published).getEventConfidence()).isNull();
    }

    @Test
    void thePlaceHasTheHighestProbabilityThatAReportGivesIt() {
        Incident incident = incident(
                likelyAt("place-0", .7, sihanoukville(List.of())),
                likelyAt("place-1", .994, KAMPOT),
                likelyAt("place-2", .8, sihanoukville(List.of())));

        assertThat(incident.getPlace()).isEqualTo("Sihanoukville");
        assertThat(incident.getPlaceConfidence()).isEqualTo(.8);
        ArticleReport unlikely = ArticleReport.newBuilder(likelyAt("place-0", .4, KAMPOT))
                .setIsPlaced(false)
                .build();
        assertThat(incident(unlikely).getPlaceConfidence()).isNull();
    }

    private static ArticleReport told(String id, int day, double likely) {
        return ArticleReport.newBuilder(InventedReports.ALL.get(0))
                .setArticleId(id)
                .setEventDay(day)
                .setEventPrecision("told")
                .setEventLikely(likely)
                .build();
    }

    private static ArticleReport likelyAt(String id, double likely, PlaceMention place) {
        return ArticleReport.newBuilder(at(id, place)).setPlaceLikely(likely).build();
    }

    private static Incident incident(ArticleReport... told) {
        List<String> ids = Stream.of(told).map(ArticleReport::getArticleId).toList();
        return (Incident) Incidents.rows(List.of(told), List.of(ids)).get(0);
    }

    @Test
    void theRowsOfAContinuedIncidentHaveItsId() {
        List<Report> told = InventedReports.ALL.stream()
                .filter(report -> InventedReports.incidentOf(report).equals("compound"))
                .map(report -> new Report(
                        report.getLanguage().equals("en")
                                ? report
                                : InventedReports.earlier(report, "an incident of before")))
                .toList();
        var likeness = new Likeness(Incidents.frequencies(told));
        assertThat(IncidentRows.of(new Groups.Group(told, 0, 0), likeness))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo("an incident of before"));
    }

    private static List<SpecificRecord> rowsOf(String incident) {
        List<Report> all = InventedReports.ALL.stream().map(Report::new).toList();
        List<Report> told = all.stream()
                .filter(report -> InventedReports.INCIDENTS.get(report.id()).equals(incident))
                .toList();
        var likeness = new Likeness(Incidents.frequencies(all));
        return IncidentRows.of(new Groups.Group(told, 0, 0), likeness);
    }
}
