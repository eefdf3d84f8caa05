package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.schemas.Incident;

/** Which reports are joined. */
class IncidentsTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void reportsOfOneIncidentAreJoinedAcrossLanguages() {
        Map<String, List<String>> expected = new TreeMap<>();
        InventedReports.INCIDENTS.forEach((article, incident) ->
                expected.computeIfAbsent(incident, any -> new ArrayList<>()).add(article));
        assertThat(Incidents.of(InventedReports.ALL))
                .map(incident -> incident.stream().sorted().toList())
                .containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void theOrderOfReportsDoesNotMatter() {
        List<ArticleReport> shuffled = new ArrayList<>(InventedReports.ALL);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(Incidents.of(shuffled)).containsExactlyInAnyOrderElementsOf(Incidents.of(InventedReports.ALL));
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
        List<ArticleReport> many = new ArrayList<>(InventedReports.ALL);
        for (int i = 0; i < count; i++) {
            ArticleReport told = InventedReports.ALL.get(i % InventedReports.ALL.size());
            var words = ByteBuffer.allocate(40 * Integer.BYTES);
            random.ints(40, 0, 200).distinct().sorted().forEach(words::putInt);
            ArticleReport.Builder report = ArticleReport.newBuilder(told)
                    .setArticleId("more-" + i)
                    .setWords(words.flip())
                    .setNumbers(List.of(100 + random.nextInt(60), 300 + random.nextInt(4)))
                    .setEventDay((int) DAY.toEpochDay() + random.nextInt(days));
            many.add(i % 3 == 0 ? InventedReports.earlier(report.build(), "earlier " + i % 9) : report.build());
        }
        return many;
    }

    @Test
    void newReportsJoinTheIncidentOfAnEarlierCorpus() {
        List<String> compound = InventedReports.idsOf("compound");
        List<ArticleReport> all = InventedReports.ALL.stream()
                .map(report -> report.getArticleId().equals(compound.get(2))
                        ? report
                        : InventedReports.earlier(report, InventedReports.incidentOf(report)))
                .toList();

        assertThat(Incidents.of(all)).containsExactly(compound);
        assertThat(Incidents.of(all.stream()
                        .filter(report -> !report.getArticleId().equals(compound.get(2)))
                        .toList()))
                .as("without a new report")
                .isEmpty();
    }

    @Test
    void aNewReportDoesNotUniteTwoIncidentsOfEarlierCorpora() {
        List<String> compound = InventedReports.idsOf("compound");
        List<ArticleReport> all = InventedReports.ALL.stream()
                .map(report -> compound.subList(0, 2).contains(report.getArticleId())
                        ? InventedReports.earlier(report, report.getArticleId())
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
        List<String> compound = InventedReports.idsOf("compound");
        ArticleReport first = InventedReports.reportOf(compound.get(0));
        ArticleReport other =
                InventedReports.reportOf(InventedReports.idsOf("meth").get(0));
        List<ArticleReport> all = new ArrayList<>(List.of(
                InventedReports.earlier(first, "X"),
                InventedReports.earlier(InventedReports.reportOf(compound.get(1)), "X")));
        all.add(InventedReports.reportOf(compound.get(2)));
        IntStream.range(0, 999)
                .mapToObj(i -> ArticleReport.newBuilder(InventedReports.earlier(other, "other " + i))
                        .setArticleId("between-" + i)
                        .setPublishedAt(first.getPublishedAt().plusSeconds(60))
                        .build())
                .forEach(all::add);
        var likeness = new Likeness(Incidents.frequencies(
                InventedReports.ALL.stream().map(Report::new).toList()));

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
}
