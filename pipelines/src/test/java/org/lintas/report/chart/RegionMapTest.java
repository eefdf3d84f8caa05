package org.lintas.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.lintas.report.data.Count;
import org.lintas.report.data.Where;

class RegionMapTest {

    @Test
    void circlesHaveAreasInProportion() {
        Element map = map(List.of(), List.of(spot("Bangkok", 13.75, 100.5, 400), spot("Hat Yai", 7, 100.47, 100)));

        assertThat(map.select(".dots circle").eachAttr("r")).containsExactly("10", "5");
        assertThat(map.select(".dots title").eachText()).containsExactly("Bangkok: 400", "Hat Yai: 100");
        assertThat(map.select(".names text").eachText()).containsExactly("Bangkok", "Hat Yai");
        assertThat(map.select(".key text").eachText()).containsExactly("400", "40");
    }

    @Test
    void thePointIsThatOfTheProjection() {
        Element map = map(List.of(), List.of(spot("Middle", 15, 108.75, 1)));

        assertThat(map.select(".dots circle").attr("cx")).isEqualTo("180");
        assertThat(map.select(".dots circle").attr("cy")).isEqualTo("150.8");
        assertThat(map.attr("viewBox")).isEqualTo("0 0 360 302");
    }

    @Test
    void whatLiesOutsideOfTheFrameOrNowhereIsNotDrawn() {
        Where.Spot unknown = new Where.Spot("Somewhere", "TH", Optional.empty(), 9, "online_scam", List.of());

        Element map = map(List.of(), List.of(unknown, spot("London", 51.5, -0.12, 9)));

        assertThat(map.select("circle, .names text, .key")).isEmpty();
    }

    @Test
    void countriesAreDarkerForLargerNumbers() {
        Element map = map(List.of(new Count("TH", 100), new Count("KH", 20), new Count("GB", 5000)), List.of());

        assertThat(shade(map, "TH")).isEqualTo("m4");
        assertThat(shade(map, "KH")).isEqualTo("m2");
        assertThat(shade(map, "LA")).isEqualTo("m");
        assertThat(map.select(".land title").eachText())
                .contains("TH: 100", "KH: 20", "LA: 0")
                .doesNotContain("GB: 5000");
    }

    @Test
    void aCircleLeadsToItsPlaceIfThePageHasIt() {
        Element map = map(List.of(), List.of(spot("Bangkok", 13.75, 100.5, 4), spot("Hat Yai", 7, 100.47, 1)));

        assertThat(map.select(".dots a[href=#at-4][tabindex=-1] > circle > title")
                        .eachText())
                .containsExactly("Bangkok: 4");
        assertThat(map.select(".dots > circle > title").eachText()).containsExactly("Hat Yai: 1");
    }

    @Test
    void drawsNoMoreThanAThousandPlaces() {
        List<Where.Spot> many = IntStream.range(0, 1_500)
                .mapToObj(i -> spot("Place " + i, 10 + i / 1e3, 100 + i / 1e3, 2_000 - i))
                .toList();

        assertThat(map(List.of(), many).select(".dots circle")).hasSize(1_000);
    }

    @Test
    void isDescribedInWords() {
        Element map = map(List.of(), List.of());

        assertThat(map.attr("role") + " " + map.attr("aria-label")).isEqualTo("img Where");
        assertThat(map.select("#" + map.attr("aria-describedby")).text()).isEqualTo("Nothing <happened>");
    }

    private static String shade(Element map, String country) {
        return map.select(".land path").stream()
                .filter(path -> path.text().startsWith(country + ": "))
                .findFirst()
                .orElseThrow()
                .className();
    }

    private static Where.Spot spot(String place, double latitude, double longitude, long count) {
        return new Where.Spot(
                place, "TH", Optional.of(new Where.Point(latitude, longitude)), count, "online_scam", List.of());
    }

    private static Element map(List<Count> countries, List<Where.Spot> spots) {
        return Jsoup.parse(RegionMap.of(
                                "Where",
                                "Nothing <happened>",
                                countries,
                                spots,
                                spot -> Optional.of("at-" + spot.count()).filter(id -> spot.count() > 1),
                                code -> code,
                                Long::toString)
                        .toString())
                .selectFirst("svg");
    }
}
