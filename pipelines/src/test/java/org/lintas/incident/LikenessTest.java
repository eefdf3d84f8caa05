package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lintas.record.ArticleReport;
import org.lintas.record.PlaceMention;
import org.lintas.record.ReportedCount;
import org.lintas.schemas.IncidentFigure;

/** What two reports that are alike in one way only say of whether they are of one incident. */
class LikenessTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 12);

    @Test
    void aPlaceAndADayAreThoseOfManyIncidents() {
        ArticleReport.Builder one = report("a").setEventPrecision("told").setVector(vector(8, 0));
        ArticleReport.Builder other =
                report("b").setLanguage("ms").setEventPrecision("told").setVector(vector(0, 8));
        assertThat(isJoined(one, other)).isFalse();
        List<ReportedCount> counts = List.of(count("methamphetamine", "kg", 643));
        assertThat(isJoined(one.setCounts(counts), other.setCounts(counts).setVector(vector(4, 8))))
                .isTrue();
    }

    @Test
    void theDayOfACrawlSaysNothing() {
        List<ArticleReport> crawled = IntStream.range(0, 40)
                .mapToObj(i ->
                        report("c" + i).setOutlets(List.of("office.example")).build())
                .toList();
        ArticleReport one = report("a").setOutlets(List.of("office.example")).build();
        ArticleReport other = report("b").setOutlets(List.of("paper.example")).build();
        assertThat(weightOfDay(one, other, List.of())).isPositive();
        assertThat(weightOfDay(one, other, crawled)).isZero();
    }

    @Test
    void articlesOfOneOutletAndDayAreNotOfOneIncidentForTheirDay() {
        ArticleReport one = report("a").setOutlets(List.of("paper.example")).build();
        ArticleReport other = report("b").setOutlets(List.of("paper.example")).build();
        assertThat(weightOfDay(one, other, List.of())).isZero();
    }

    @Test
    void anAffairIsNotOneIncidentForItsNames() {
        ArticleReport.Builder one = report("a").setNames(List.of("islamic-state"));
        ArticleReport.Builder other = report("b").setNames(List.of("islamic-state"));
        assertThat(weight(Likeness.Kind.NAME, one.build(), other.build(), List.of()))
                .isEqualTo(1.5);
        assertThat(Report.isOfMany("nguyễn văn nam")).isFalse();
    }

    @Test
    void aNameThatIsInTheNewsAllYearIsThatOfAnAffair() {
        ArticleReport one = report("a").setNames(List.of("budi santosa")).build();
        ArticleReport other = report("b").setNames(List.of("budi santosa")).build();
        List<ArticleReport> affair = IntStream.range(0, 6)
                .mapToObj(i -> report("c" + i)
                        .setNames(List.of("budi santosa"))
                        .setEventDay((int) DAY.plusDays(40L * i).toEpochDay())
                        .build())
                .toList();
        assertThat(weight(Likeness.Kind.NAME, one, other, List.of())).isGreaterThan(4);
        assertThat(weight(Likeness.Kind.NAME, one, other, affair)).isEqualTo(1.5);
    }

    @Test
    void aDayThatIsBackgroundIsNotThatOfTheEvent() {
        int background = (int) DAY.minusDays(300).toEpochDay();
        ArticleReport one = report("a").setDays(List.of(day(0), background)).build();
        ArticleReport other = report("b")
                .setLanguage("ms")
                .setDays(List.of(day(30), background))
                .setEventDay(day(30))
                .build();
        ArticleReport followUp =
                ArticleReport.newBuilder(other).setIsFollowUp(true).build();
        assertThat(DayLikeness.isOfBoth(new Report(one), new Report(other), background))
                .isFalse();
        assertThat(DayLikeness.isOfBoth(new Report(one), new Report(followUp), background))
                .isTrue();
    }

    @Test
    void textsWithoutADateThatTellOtherDaysAreApart() {
        Report one = new Report(undated("a", -309).build());
        assertThat(DayLikeness.areApart(one, new Report(undated("b", -622).build())))
                .isTrue();
        assertThat(DayLikeness.areApart(one, new Report(undated("b", -310).build())))
                .isFalse();
        Report lastDay = new Report(undated("a", -1231).build());
        assertThat(DayLikeness.areApart(lastDay, new Report(undated("b", -101).build())))
                .isFalse();
    }

    @Test
    void articlesThatAreFarApartAreNeverJoined() {
        ArticleReport.Builder one = report("a").setWords(words(0, 60));
        ArticleReport.Builder late = report("b").setWords(words(0, 60)).setIsFollowUp(true);
        assertThat(probability(one, late.setPublishedDay(day(500)))).isPositive();
        assertThat(probability(one, late.setPublishedDay(day(501)))).isZero();
    }

    @Test
    void reportsOfDifferentCrimesInDifferentMonthsShareMoreThanAPlace() {
        ArticleReport.Builder drugs = report("a").setVector(vector(8, 0));
        ArticleReport.Builder waste = report("b")
                .setLanguage("ms")
                .setTopics(List.of("waste_trafficking"))
                .setVector(vector(8, 0))
                .setDays(List.of())
                .setEventDay(null);
        assertThat(probability(drugs, waste.setPublishedDay(day(31)))).isPositive();
        assertThat(probability(drugs, waste.setPublishedDay(day(32)))).isZero();
        List<String> name = List.of("budi santosa");
        assertThat(probability(drugs.setNames(name), waste.setNames(name))).isPositive();
    }

    @Test
    void wordsAloneAreAKeyOfOneIncidentOnlyInNearlyTheSameText() {
        var topic = new Likeness.Shared(Likeness.Kind.TOPIC, "online_scam", 1.6);
        var someWords = new Likeness.Shared(Likeness.Kind.WORDS, "0.45", 6.9);
        var mostWords = new Likeness.Shared(Likeness.Kind.WORDS, "0.50", 7);
        var day = new Likeness.Shared(Likeness.Kind.DAY, "2025-03-12", .1);
        assertThat(isOfOne(someWords, topic)).isFalse();
        assertThat(isOfOne(mostWords, topic)).isTrue();
        assertThat(isOfOne(someWords, topic, day)).isTrue();
    }

    @Test
    void anotherDayAtAnotherPlaceIsAnotherIncident() {
        ArticleReport.Builder one = report("a").setWords(words(0, 60)).setEventPrecision("told");
        ArticleReport.Builder other = report("b").setWords(words(0, 60)).setEventPrecision("told");
        assertThat(probability(one, other.setEventDay(day(1)))).isPositive();
        assertThat(probability(
                        one,
                        other.setPlaces(
                                List.of(new PlaceMention("Poipet", "KH", "city", 1, 0, null, null, List.of())))))
                .isZero();
    }

    @Test
    void whatDiffersMakesItLessLikely() {
        ArticleReport.Builder one = report("a").setWords(words(0, 60)).setEventPrecision("told");
        ArticleReport.Builder same = report("b").setWords(words(0, 50)).setEventPrecision("told");
        double likely = probability(one, same);
        ArticleReport like = same.build();
        assertThat(probability(one, ArticleReport.newBuilder(like).setIsOverview(true)))
                .isLessThan(likely);
        assertThat(probability(one, ArticleReport.newBuilder(like).setIsStatement(true)))
                .isLessThan(likely);
        assertThat(probability(one, ArticleReport.newBuilder(like).setWords(words(55, 115))))
                .isLessThan(likely);
        assertThat(probability(one, ArticleReport.newBuilder(like).setTopics(List.of())))
                .isLessThan(likely);
    }

    @Test
    void aChainOfLinksJoinsNoGroup() {
        ReportedCount seizure = count("methamphetamine", "kg", 643);
        ReportedCount further = count("cigarettes", "pack", 70_000);
        List<ArticleReport> all = new ArrayList<>();
        List<String> languages = List.of("en", "id", "ms", "th", "vi", "zh");
        for (int i = 0; i < languages.size(); i++) {
            var meaning = new byte[languages.size() + 1];
            meaning[0] = 3;
            meaning[i + 1] = 8;
            all.add(report(languages.get(i))
                    .setLanguage(languages.get(i))
                    .setEventPrecision("told")
                    .setCounts(i == 0 ? List.of(seizure, further) : List.of(seizure))
                    .setVector(ByteBuffer.wrap(meaning))
                    .build());
        }
        all.add(report("tl")
                .setLanguage("tl")
                .setEventPrecision("told")
                .setPlaces(List.of(new PlaceMention("Mukdahan", "TH", "province", 1, 0, null, null, List.of())))
                .setCounts(List.of(further))
                .setVector(vector(0, 8, 0))
                .build());
        List<Report> reports = all.stream().map(Report::new).toList();
        assertThat(Groups.of(reports, likeness(all)))
                .extracting(group -> group.reports().size())
                .containsExactlyInAnyOrder(6, 1);
    }

    @Test
    void roundNumbersAreThoseOfMany() {
        ArticleReport.Builder one = report("a");
        ArticleReport.Builder other = report("b");
        double round = weight(
                Likeness.Kind.NUMBER,
                one.setNumbers(List.of(8000)).build(),
                other.setNumbers(List.of(8000)).build(),
                List.of());
        double odd = weight(
                Likeness.Kind.NUMBER,
                one.setNumbers(List.of(8317)).build(),
                other.setNumbers(List.of(8317)).build(),
                List.of());
        assertThat(round).isLessThan(odd - 1);
    }

    @Test
    void whatTwoLanguagesTellLateIsBackground() {
        var late = new ReportedCount("money", "MYR", 2_613_000_000d, 2_613_000_000d, false, false, true, .5);
        ArticleReport one = report("a").setCounts(List.of(late)).build();
        ArticleReport other =
                report("b").setLanguage("ms").setCounts(List.of(late)).build();
        assertThat(weight(Likeness.Kind.FIGURE, one, other, List.of())).isEqualTo(1.5);
        assertThat(weight(
                        Likeness.Kind.FIGURE,
                        one,
                        ArticleReport.newBuilder(other).setLanguage("en").build(),
                        List.of()))
                .isGreaterThan(4);
    }

    @Test
    void ofValuesThatAreToldOnceThePartsDoNotCount() {
        List<Report> reports = List.of(
                new Report(report("a")
                        .setCounts(List.of(count("arrested", "person", 11)))
                        .build()),
                new Report(report("b")
                        .setCounts(List.of(count("arrested", "person", 4)))
                        .build()));
        assertThat(Figures.of("a", reports))
                .singleElement()
                .extracting(IncidentFigure::getBest)
                .isEqualTo(11d);
    }

    private static double weightOfDay(ArticleReport one, ArticleReport other, List<ArticleReport> others) {
        return weight(Likeness.Kind.DAY, one, other, others);
    }

    private static double weight(
            Likeness.Kind kind, ArticleReport one, ArticleReport other, List<ArticleReport> others) {
        List<ArticleReport> all = new ArrayList<>(others);
        all.add(one);
        all.add(other);
        return likeness(all).of(new Report(one), new Report(other)).shared().stream()
                .filter(key -> key.kind() == kind)
                .mapToDouble(Likeness.Shared::weight)
                .sum();
    }

    static double probability(ArticleReport.Builder one, ArticleReport.Builder other) {
        List<ArticleReport> both = List.of(one.build(), other.build());
        return likeness(both)
                .of(new Report(both.get(0)), new Report(both.get(1)))
                .probability();
    }

    private static int day(int days) {
        return (int) DAY.plusDays(days).toEpochDay();
    }

    /** Tells a day without a year, and has no date. */
    private static ArticleReport.Builder undated(String id, int day) {
        return report(id).setPublishedDay(null).setEventDay(null).setDays(List.of(day));
    }

    private static ByteBuffer vector(int... meaning) {
        var vector = ByteBuffer.allocate(meaning.length);
        IntStream.of(meaning).forEach(value -> vector.put((byte) value));
        return vector.flip();
    }

    private static ByteBuffer words(int from, int to) {
        var words = ByteBuffer.allocate((to - from) * Integer.BYTES);
        IntStream.range(from, to).forEach(words::putInt);
        return words.flip();
    }

    private static boolean isJoined(ArticleReport.Builder one, ArticleReport.Builder other) {
        List<ArticleReport> both = List.of(one.build(), other.build());
        return Incidents.of(both).size() == 1;
    }

    private static boolean isOfOne(Likeness.Shared... keys) {
        return Links.Told.of(new Likeness.Result(8.6, .9, false, List.of(keys))).isOfOne();
    }

    private static Likeness likeness(List<ArticleReport> all) {
        return new Likeness(Incidents.frequencies(all.stream().map(Report::new).toList()));
    }

    static ReportedCount count(String subject, String unit, double value) {
        return new ReportedCount(subject, unit, value, value, false, true, true, .5);
    }

    static ArticleReport.Builder report(String id) {
        int day = (int) DAY.toEpochDay();
        return ArticleReport.newBuilder()
                .setSingle(.9)
                .setArticleId(id)
                .setLanguage("en")
                .setIsPlaced(false)
                .setPlaceLikely(0)
                .setEventLikely(0)
                .setOutlets(List.of(id + ".example"))
                .setPublishedDay(day)
                .setTopics(List.of("drug_trafficking"))
                .setMentions(List.of())
                .setEventDay(day)
                .setEventPrecision("published")
                .setDays(List.of(day))
                .setMonths(List.of())
                .setPlaces(List.of(new PlaceMention("Nakhon Phanom", "TH", "province", 1, 0, null, null, List.of())))
                .setCountries(List.of("TH"))
                .setCounts(List.of())
                .setNames(List.of())
                .setNumbers(List.of())
                .setWords(ByteBuffer.allocate(0))
                .setVector(ByteBuffer.allocate(0))
                .setTitleVector(ByteBuffer.allocate(0))
                .setBeginningVector(ByteBuffer.allocate(0))
                .setIsFollowUp(false)
                .setIsStatement(false)
                .setIsOverview(false);
    }
}
