package org.lintas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.lintas.report.data.Incidents.Figure;
import org.lintas.report.data.Incidents.Incident;
import org.lintas.report.data.Incidents.Known;
import org.lintas.report.data.Incidents.Report;
import org.lintas.report.data.Where;

class PlaceListTest {

    private static final String HOSTILE =
            "</ul></details><script>document.title='ran'</script><img src=x onerror=alert(1)>\u202E";

    @Test
    void eachIncidentHasItsArticles() {
        Element list = list(List.of(spot(
                "Bavet",
                30,
                incident(
                        "Raid",
                        Known.UNCERTAIN,
                        5,
                        report("Raid", "https://a.example/1", "report"),
                        report("Later", "https://b.example/2", "update")))));

        assertThat(list.select("details.topic > summary").text())
                .isEqualTo("Bavet, Cambodia 30 · most often Online scam");
        assertThat(list.select("#place-1 > li").eachText())
                .containsExactly(
                        "Raid Online scam · Poipet · on 14 Oct 2025 (uncertain) · 230 rescued Raid Thai, An outlet, 15"
                                + " Oct 2025 Later Thai, An outlet, 15 Oct 2025, update 3 more",
                        "29 more");
        assertThat(list.select("#place-1 a").eachAttr("href"))
                .containsExactly("https://a.example/1", "https://b.example/2");
    }

    @Test
    void theHeadlineOfTheOnlyArticleLeadsToIt() {
        Element list = list(List.of(spot(
                "Bavet", 1, incident("Raid", Known.PUBLISHED, 1, report("Raid", "https://a.example/1", "report")))));

        assertThat(list.select("summary").text()).isEqualTo("Bavet, Cambodia 1 · Online scam");
        assertThat(list.select("#place-1 > li").eachText())
                .containsExactly("Raid Online scam · Poipet · 230 rescued · Thai, An outlet, 15 Oct 2025");
        assertThat(list.select("#place-1 .title a").attr("href")).isEqualTo("https://a.example/1");
        assertThat(list.select(".note").last().text()).startsWith("1 place in all. Of each up to 6 incidents,");
    }

    @Test
    void hostileTextIsText() {
        Report report = new Report(
                Optional.of(HOSTILE),
                Optional.of("javascript:alert(1)"),
                Optional.of(HOSTILE),
                "th",
                Optional.empty(),
                "report");
        Element list = list(List.of(spot(HOSTILE, 2, incident(HOSTILE, Known.NOT, 2, report, report))));

        assertThat(list.select("script, img, a, [onerror]")).isEmpty();
        assertThat(list.select("details.topic")).hasSize(1);
        assertThat(list.select("bdi").eachText())
                .hasSize(5)
                .allMatch(text -> text.startsWith("</ul></details><script>"));
    }

    @Test
    void manyPlacesAreFolded() {
        List<Where.Spot> many = IntStream.range(0, 40)
                .mapToObj(i -> i < 30
                        ? spot(
                                "Place " + i,
                                1,
                                incident("Raid", Known.NOT, 1, report("Raid", "https://a.example", "report")))
                        : spot("Place " + i, 1))
                .toList();

        Element list = list(many);

        assertThat(list.select(".card > details.topic")).hasSize(15);
        assertThat(list.select(".card > details:not(.topic) > details.topic")).hasSize(15);
        assertThat(list.select(".card > .note").text())
                .startsWith("40 places in all, the 30 with most incidents here.");
        assertThat(PlaceList.ids(many).values()).hasSize(30).doesNotHaveDuplicates();
    }

    private static Element list(List<Where.Spot> spots) {
        return Jsoup.parse(PlaceList.of(spots, Format::words).toString()).body();
    }

    private static Where.Spot spot(String place, long count, Incident... incidents) {
        return new Where.Spot(place, "KH", Optional.empty(), count, "online_scam", List.of(incidents));
    }

    private static Incident incident(String title, Known known, long articles, Report... reports) {
        return new Incident(
                "id",
                Optional.of(title),
                "th",
                Optional.of("2025-10-14"),
                known,
                Optional.of("Poipet"),
                Optional.empty(),
                Optional.of("KH"),
                "online_scam",
                articles,
                1,
                List.of("th"),
                Optional.of(new Figure("rescued", "person", 230)),
                List.of(reports));
    }

    private static Report report(String title, String url, String role) {
        return new Report(
                Optional.of(title), Optional.of(url), Optional.of("An outlet"), "th", Optional.of("2025-10-15"), role);
    }
}
