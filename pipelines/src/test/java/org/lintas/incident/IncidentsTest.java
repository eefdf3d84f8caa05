package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lintas.figure.FigureFinder;
import org.lintas.place.PlaceLabels;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;
import org.lintas.record.PlaceMention;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Incident;
import org.lintas.schemas.IncidentArticle;
import org.lintas.schemas.IncidentFigure;
import org.lintas.text.Language;

/** Invented incidents told by several outlets, with near misses beside them. */
class IncidentsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final PlaceMention KAMPOT =
            new PlaceMention("Kampot", "KH", "city", 1, 50, null, null, List.of("Bokor"));
    private static final Map<String, String> INCIDENTS = new TreeMap<>();
    private static List<ArticleReport> reports;

    @BeforeAll
    static void read() throws IOException {
        var reader = new ReportReader();
        var places = new PlaceLabels();
        var figures = new FigureFinder();
        var read = new ArrayList<ArticleReport>();
        var json = new ObjectMapper();
        String lines;
        try (InputStream in = IncidentsTest.class.getResourceAsStream("incidents.jsonl")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (String line : lines.strip().split("\n")) {
            JsonNode node = json.readTree(line);
            String id = "article-" + read.size();
            Language language = Language.of(node.get("language").asText()).orElseThrow();
            Draft draft = places.label(Draft.newBuilder()
                    .setArticleId(id)
                    .setRecordId(id)
                    .setArchiveFile("")
                    .setArchiveOffset(0)
                    .setLanguage(language.code())
                    .setSource(node.get("outlet").asText())
                    .setTitle(node.get("title").asText())
                    .setText(node.get("text").asText())
                    .setPublishedAt(LocalDate.parse(node.get("published").asText())
                            .atStartOfDay()
                            .toInstant(ZoneOffset.UTC))
                    .setPublishedPrecision("day")
                    .setTopics(List.of(new TopicLabel(node.get("topic").asText(), "main", 1d, List.of())))
                    .build());
            draft.setFigures(figures.find(language, draft.getText()));
            read.add(reader.read(draft).orElseThrow());
            INCIDENTS.put(id, node.get("incident").asText());
        }
        reports = List.copyOf(read);
    }

    @Test
    void reportsOfOneIncidentAreJoinedAcrossLanguages() {
        Map<String, List<String>> expected = new TreeMap<>();
        INCIDENTS.forEach((article, incident) ->
                expected.computeIfAbsent(incident, any -> new ArrayList<>()).add(article));
        assertThat(Incidents.of(reports))
                .map(incident -> incident.stream().sorted().toList())
                .containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void theOrderOfReportsDoesNotMatter() {
        List<ArticleReport> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(Incidents.of(shuffled)).containsExactlyInAnyOrderElementsOf(Incidents.of(reports));
    }

    /** There two reports are compared once only, however many keys they share. */
    @Test
    void workersJoinWhatIsJoinedInMemory() {
        List<SpecificRecord> rows = workersJoinAsInMemory(many(240, 40));
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                Incident.class,
                                incident -> assertThat(incident.getArticles()).isGreaterThan(9)));
    }

    @Test
    void workersJoinACrowdAsItIsJoinedInMemory() {
        List<ArticleReport> crowd = many(320, 2);
        List<Report> all = crowd.stream().map(Report::new).sorted().toList();
        var likeness = new Likeness(Incidents.frequencies(all));
        assertThat(linkedWith(all.get(0).node(), Links.of(all, likeness)))
                .as("more than are linked at most")
                .hasSizeGreaterThan(Components.MOST_LINKED + 20);

        workersJoinAsInMemory(crowd);
    }

    private static Set<String> linkedWith(String node, List<Links.Link> links) {
        Set<String> linked = new HashSet<>(Set.of(node));
        int before = 0;
        while (before < linked.size()) {
            before = linked.size();
            for (Links.Link link : links) {
                if (linked.contains(link.one().node())
                        || linked.contains(link.other().node())) {
                    linked.add(link.one().node());
                    linked.add(link.other().node());
                }
            }
        }
        return linked;
    }

    private static List<SpecificRecord> workersJoinAsInMemory(List<ArticleReport> articles) {
        var likeness = new Likeness(
                Incidents.frequencies(articles.stream().map(Report::new).toList()));
        List<SpecificRecord> expected = Incidents.groups(articles).stream()
                .flatMap(group -> IncidentRows.of(group, likeness).stream())
                .toList();
        TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

        PAssert.that(pipeline.apply(Create.of(articles)).apply(FindIncidents.create()))
                .containsInAnyOrder(expected);
        pipeline.run().waitUntilFinish();
        return expected;
    }

    /** Reports that tell much the same of events within some days, a third of them of nine incidents of an earlier corpus. */
    private static List<ArticleReport> many(int count, int days) {
        var random = new Random(5);
        List<ArticleReport> many = new ArrayList<>(reports);
        for (int i = 0; i < count; i++) {
            ArticleReport told = reports.get(i % reports.size());
            var words = ByteBuffer.allocate(40 * Integer.BYTES);
            random.ints(40, 0, 200).distinct().sorted().forEach(words::putInt);
            ArticleReport.Builder report = ArticleReport.newBuilder(told)
                    .setArticleId("more-" + i)
                    .setWords(words.flip())
                    .setNumbers(List.of(100 + random.nextInt(60), 300 + random.nextInt(4)))
                    .setEventDay((int) DAY.toEpochDay() + random.nextInt(days));
            many.add(i % 3 == 0 ? earlier(report.build(), "earlier " + i % 9) : report.build());
        }
        return many;
    }

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
        return ArticleReport.newBuilder(reports.get(0))
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
        return ArticleReport.newBuilder(reports.get(0))
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
    void newReportsJoinTheIncidentOfAnEarlierCorpus() {
        List<String> compound = idsOf("compound");
        List<ArticleReport> all = reports.stream()
                .map(report ->
                        report.getArticleId().equals(compound.get(2)) ? report : earlier(report, incidentOf(report)))
                .toList();

        assertThat(Incidents.of(all)).containsExactly(compound);
        assertThat(Incidents.of(all.stream()
                        .filter(report -> !report.getArticleId().equals(compound.get(2)))
                        .toList()))
                .as("without a new report")
                .isEmpty();
    }

    @Test
    void theRowsOfAContinuedIncidentHaveItsId() {
        List<Report> told = reports.stream()
                .filter(report -> incidentOf(report).equals("compound"))
                .map(report -> new Report(
                        report.getLanguage().equals("en") ? report : earlier(report, "an incident of before")))
                .toList();
        var likeness = new Likeness(Incidents.frequencies(told));
        assertThat(IncidentRows.of(new Groups.Group(told, 0, 0), likeness))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo("an incident of before"));
    }

    @Test
    void aNewReportDoesNotUniteTwoIncidentsOfEarlierCorpora() {
        List<String> compound = idsOf("compound");
        List<ArticleReport> all = reports.stream()
                .map(report -> compound.subList(0, 2).contains(report.getArticleId())
                        ? earlier(report, report.getArticleId())
                        : report)
                .toList();

        List<List<String>> found = Incidents.of(all);

        assertThat(found)
                .filteredOn(group -> group.contains(compound.get(2)))
                .singleElement()
                .satisfies(group -> assertThat(group).hasSize(2));
        assertThat(found)
                .filteredOn(group -> compound.stream().anyMatch(group::contains))
                .as("the other one gets nothing new")
                .hasSize(1);
    }

    /** So many linked reports are divided in parts: an incident that lies in two of them stays one. */
    @Test
    void anEarlierIncidentIsNotDividedWithWhatItIsLinkedTo() {
        List<String> compound = idsOf("compound");
        ArticleReport first = reportOf(compound.get(0));
        ArticleReport other = reportOf(idsOf("meth").get(0));
        List<ArticleReport> all =
                new ArrayList<>(List.of(earlier(first, "X"), earlier(reportOf(compound.get(1)), "X")));
        all.add(reportOf(compound.get(2)));
        IntStream.range(0, 999)
                .mapToObj(i -> ArticleReport.newBuilder(earlier(other, "other " + i))
                        .setArticleId("between-" + i)
                        .setPublishedAt(first.getPublishedAt().plusSeconds(60))
                        .build())
                .forEach(all::add);
        var likeness = new Likeness(
                Incidents.frequencies(reports.stream().map(Report::new).toList()));

        assertThat(Groups.of(all.stream().map(Report::new).toList(), likeness))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.reports()).extracting(Report::id).containsExactlyElementsOf(compound);
                    assertThat(group.confidence())
                            .as("that of the two that were divided together")
                            .isEqualTo(group.likely() / 2)
                            .isBetween(.5, .9999);
                });
    }

    private static ArticleReport reportOf(String id) {
        return reports.stream()
                .filter(report -> report.getArticleId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> idsOf(String incident) {
        return reports.stream()
                .filter(report -> incidentOf(report).equals(incident))
                .sorted(Comparator.comparing(ArticleReport::getPublishedAt).thenComparing(ArticleReport::getArticleId))
                .map(ArticleReport::getArticleId)
                .toList();
    }

    private static String incidentOf(ArticleReport report) {
        return INCIDENTS.get(report.getArticleId());
    }

    private static ArticleReport earlier(ArticleReport report, String incident) {
        return ArticleReport.newBuilder(report).setIncident(incident).build();
    }

    private static List<SpecificRecord> rowsOf(String incident) {
        List<Report> all = reports.stream().map(Report::new).toList();
        List<Report> told = all.stream()
                .filter(report -> INCIDENTS.get(report.id()).equals(incident))
                .toList();
        var likeness = new Likeness(Incidents.frequencies(all));
        return IncidentRows.of(new Groups.Group(told, 0, 0), likeness);
    }
}
