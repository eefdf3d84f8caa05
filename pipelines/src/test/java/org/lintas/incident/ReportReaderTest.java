package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.figure.FigureFinder;
import org.lintas.incident.fact.FactModels;
import org.lintas.place.PlaceLabels;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;
import org.lintas.record.ReportedCount;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;

class ReportReaderTest {

    private final ReportReader reader = new ReportReader();
    private final FigureFinder figures = new FigureFinder();
    private final PlaceLabels places = new PlaceLabels();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2025-03-14 | Police arrested six men on Wednesday. | 2025-03-12",
                "id | 2025-03-14 | Polisi menangkap enam orang kemarin. | 2025-03-13",
                "ms | 2025-03-14 | Polis menahan enam lelaki di sini, semalam. | 2025-03-13",
                "vi | 2025-03-14 | Hôm 12/3, công an bắt giữ sáu người. | 2025-03-12",
                "th | 2025-03-14 | เมื่อวันที่ 12 มี.ค. ตำรวจจับกุมชาย 6 คน | 2025-03-12",
                "tl | 2025-03-14 | Naaresto ng pulisya ang anim na lalaki nitong Miyerkules. | 2025-03-12",
                "km | 2025-03-14 | កាលពីថ្ងៃទី១២ ខែមីនា សមត្ថកិច្ចឃាត់ខ្លួនមនុស្ស៦នាក់។ | 2025-03-12",
                "lo | 2025-03-14 | ວັນທີ 12 ມີນາ 2025 ຕຳຫຼວດ ຈັບ 6 ຄົນ. | 2025-03-12",
                "my | 2025-03-14 | မတ်လ ၁၂ ရက်က ရဲတပ်ဖွဲ့ ခြောက်ဦး ဖမ်းဆီးခဲ့သည်။ | 2025-03-12",
                "zh | 2025-03-14 | 警方昨日逮捕六名男子。 | 2025-03-13",
                "ms | 2025-03-14 | MUAR 14 Mac - Enam lelaki ditahan polis di Taman Seri, di sini semalam. | 2025-03-13",
                "ms | 2025-03-14 | MUAR 14 Mac - Enam lelaki didakwa di Mahkamah Majistret di sini. | 2025-03-14",
                "zh | 2025-03-14 | （麻坡14日讯）警方昨日逮捕六名男子。 | 2025-03-13",
                "en | 2025-03-14 | Six men were held on March 12 - the day after they had met on Tuesday. | 2025-03-12",
                "en | 2025-03-14 | Police arrested six men in a raid on March 12 - two days after a tip-off. | 2025-03-12",
                "ta | 2025-03-14 | நேற்று ஆறு பேரை காவல்துறை கைது செய்தது. | 2025-03-13"
            })
    void readsWhenItHappened(String language, LocalDate published, String text, LocalDate day) {
        ArticleReport report = read(Language.of(language).orElseThrow(), published, "", text);
        assertThat(report.getEventPrecision()).isEqualTo("told");
        assertThat(LocalDate.ofEpochDay(report.getEventDay())).isEqualTo(day);
        assertThat(report.getEventLikely()).isBetween(.1, 1d);
    }

    @Test
    void aDayThatIsToldTwiceIsAsLikelyAsWhereItIsLikelier() {
        LocalDate published = LocalDate.of(2025, 3, 14);
        String clear = "Police arrested six men in a raid on March 12.";
        String unclear = " The house was rented on March 12.";
        double likely = read(Language.ENGLISH, published, "", clear).getEventLikely();

        ArticleReport twice = read(Language.ENGLISH, published, "", clear + unclear);
        assertThat(LocalDate.ofEpochDay(twice.getEventDay())).isEqualTo(LocalDate.of(2025, 3, 12));
        assertThat(twice.getEventLikely()).isCloseTo(likely, within(.1));
    }

    @Test
    void whatIsNotToldIsNotLikely() {
        ArticleReport report =
                read(Language.ENGLISH, LocalDate.of(2025, 3, 14), "", "Six men were arrested in a raid.");
        assertThat(report.getEventPrecision()).isEqualTo("published");
        assertThat(report.getEventLikely()).isZero();
        assertThat(report.getPlaces()).isEmpty();
        assertThat(report.getPlaceLikely()).isZero();
    }

    @Test
    void theDayOfASentenceIsNotThatOfTheEvent() {
        ArticleReport report = read(
                Language.ENGLISH,
                LocalDate.of(2025, 9, 24),
                "Two men jailed for running scam compound",
                "A court on Tuesday sentenced two men to eight years in prison for running a compound in Sihanoukville.");
        assertThat(report.getIsFollowUp()).isTrue();
        assertThat(report.getEventPrecision()).isEqualTo("published");
    }

    @Test
    void theEventIsWhereItHappenedNotWhereASuspectLives() {
        ArticleReport report = read(
                Language.VIETNAMESE,
                LocalDate.of(2025, 3, 14),
                "Bắt nghi phạm vận chuyển ma tuý",
                "Ngày 12/3, Công an huyện Quỳ Hợp (Nghệ An) cho biết vừa bắt giữ Trần Văn B (34 tuổi, trú TP Hải Phòng) về hành vi vận chuyển trái phép chất ma tuý.");
        assertThat(report.getIsPlaced()).isTrue();
        assertThat(report.getPlaceLikely()).isBetween(.55, 1d);
        assertThat(report.getPlaces().get(0).getPlace()).isEqualTo("Nghe An");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Công an bắt giữ khoảng 5-6 đối tượng, thu khoảng 2.5 kg ma tuý.",
                "th | เมื่อเวลา 09.05 น. ตำรวจจับกุมชายประมาณ 5-6 คน",
                "tl | Nasabat ang isang baril na may 11 bala.",
                "ms | Polis merampas 2.3 juta pil bernilai RM9.5 juta, kira-kira 1/2 daripada jumlah sasaran.",
                "en | The court of the 6th District fined PO2 Marlowe $2.5 million."
            })
    void amountsAndTimesAreNoDays(String language, String text) {
        assertThat(read(Language.of(language).orElseThrow(), LocalDate.of(2025, 3, 14), "", text)
                        .getDays())
                .isEmpty();
    }

    @Test
    void daysInChineseNumeralsStandWhereTheyAreWritten() {
        String days = IntStream.rangeClosed(1, 10)
                .mapToObj(day -> "十月" + (day == 10 ? "十" : "一二三四五六七八九".substring(day - 1, day)) + "日")
                .collect(Collectors.joining("、"));
        ArticleReport report = read(Language.CHINESE, LocalDate.of(2025, 10, 14), "", "警方逮捕六人，起获毒品。案发经过：" + days + "。");
        assertThat(report.getDays())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 10)
                        .mapToObj(day -> (int) LocalDate.of(2025, 10, day).toEpochDay())
                        .toList());
    }

    @Test
    void theEndOfARemandIsNoDayOfTheEvent() {
        ArticleReport report = read(
                Language.ENGLISH,
                LocalDate.of(2025, 3, 14),
                "",
                "MANILA, 14 March - Police arrested six men in a raid. They will be held until 20 March.");
        assertThat(report.getEventDay())
                .isEqualTo((int) LocalDate.of(2025, 3, 14).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mereka ditahan di sebuah rumah pada 4 Mac tahun lepas. | 2024-03-04",
                "Mereka ditahan pada 4 Mac, dua tahun lalu. | 2023-03-04",
                "Dua tahun lalu, 4 Mac, mereka ditahan. | 2023-03-04"
            })
    void aDayOfAnEarlierYearIsOfThatYear(String text, LocalDate day) {
        assertThat(read(Language.MALAY, LocalDate.of(2025, 3, 14), "", text).getDays())
                .contains((int) day.toEpochDay());
    }

    @Test
    void aDayThatBeginsATimeIsNotOfTheEvent() {
        ArticleReport report =
                read(Language.ENGLISH, LocalDate.of(2025, 3, 14), "", "The police have held 300 people since March 3.");
        assertThat(report.getEventPrecision()).isEqualTo("published");
        assertThat(report.getDays()).isEmpty();
    }

    @Test
    void ofAnArticleThatTellsOfNoEventNothingIsOfTheEvent() {
        ArticleReport report = read(
                Language.ENGLISH,
                LocalDate.of(2025, 3, 14),
                "Opinion: why drug laws fail",
                "Lawmakers should think again about how this country treats people who use drugs. On March 3 I wrote that prisons hold 300"
                        + " people for every doctor who could help them, and readers disagreed. Experts argue that treatment costs less,"
                        + " while others fear what a milder law would mean for families and schools in Bangkok.");
        assertThat(report.getSingle()).isLessThan(.2);
        assertThat(report.getEventPrecision()).isEqualTo("published");
        assertThat(report.getIsPlaced()).isFalse();
        assertThat(report.getCounts()).noneMatch(ReportedCount::getIsOfEvent);
    }

    @Test
    void totalsAreAggregatesAndFinesAreLeftOut() {
        ArticleReport report = read(
                Language.ENGLISH,
                LocalDate.of(2025, 3, 14),
                "",
                "Police arrested 12 suspects in the raid. Officers have arrested 340 suspects so far this year."
                        + " They face up to 20 years in jail and a fine of 500,000 baht.");
        assertThat(report.getCounts())
                .extracting(ReportedCount::getLow, ReportedCount::getIsAggregate)
                .containsExactly(tuple(12d, false), tuple(340d, true));
    }

    @Test
    void aTotalLikelierCountsAllThanItsLots() {
        ArticleReport report = read(
                Language.ENGLISH,
                LocalDate.of(2025, 3, 14),
                "Police seize 42 kg of heroin at Mae Sai",
                "Police seized 42 kg of heroin on Wednesday. Officers found 12 kg of heroin in a pick-up truck and 30 kg of heroin in a house"
                        + " near the border, and arrested three men.");
        Map<Double, Double> wholes = report.getCounts().stream()
                .filter(count -> count.getSubject().equals("heroin"))
                .collect(Collectors.toMap(ReportedCount::getLow, ReportedCount::getWhole));
        assertThat(wholes).containsOnlyKeys(12d, 30d, 42d);
        assertThat(wholes.get(42d)).isGreaterThan(.7);
        assertThat(wholes.get(12d)).isLessThan(.4);
        assertThat(wholes.get(30d)).isLessThan(.4);
    }

    @Test
    void numbersOfDatesTimesAndYearsAreNoKeys() {
        ArticleReport report = read(
                Language.INDONESIAN,
                LocalDate.of(2025, 3, 14),
                "184 orang",
                "Pada 12/3/2025 pukul 14.35, 1.240 telepon disita. Sejak 2019 ada ٣ kasus.");
        assertThat(report.getNumbers()).containsExactly(184, 1240);
    }

    @Test
    void tensOfThousandsOfDigitsAreNoNumber() {
        ArticleReport report = read(
                Language.ENGLISH, LocalDate.of(2025, 3, 14), "1".repeat(20_000), "Police found 184 phones on Monday.");
        assertThat(report.getNumbers()).containsExactly(184);
    }

    @Test
    void moreThanAMillionPeopleAreInNoIncident() {
        ArticleReport report = read(
                Language.ENGLISH,
                LocalDate.of(2025, 3, 14),
                "3,000,000 people arrested",
                "Police arrested 12 suspects in the raid on Wednesday. The tally of 2,000,000 people arrested was a misprint.");
        assertThat(report.getCounts()).extracting(ReportedCount::getLow).containsExactly(12d);
        assertThat(report.getTitleCounts()).isEmpty();
    }

    @Test
    void anArticleWithoutTopicIsReadIfItMayTellOfOneEvent() {
        LocalDate day = LocalDate.of(2025, 1, 2);
        assertThat(
                        reader.read(
                                draft(
                                        Language.ENGLISH,
                                        day,
                                        "Durian lorry overturns, 14 villagers hurt",
                                        "A lorry overturned near Ranong on Monday night. Fourteen people were taken to hospital, the village head said.")))
                .isPresent();
        assertThat(
                        reader.read(
                                draft(
                                        Language.ENGLISH,
                                        day,
                                        "Opinion: the police need trust",
                                        "Every year the police speak of arrests. What they need is trust, and that grows slowly, in schools and markets.")))
                .isEmpty();
        assertThat(
                        reader.read(
                                draft(
                                        Language.ENGLISH,
                                        day,
                                        "What is in your New Year gift basket?",
                                        "Shops along the border fill baskets with sweets, tea and cigarettes at this time of the year. Not all of it is what it seems: in January "
                                                + "customs officers found 80,000 packs without stamps in boats near Duc Hue, and traders have been careful since.")))
                .as("recalls one in passing")
                .hasValueSatisfying(report -> assertThat(report.getSingle())
                        .matches(FactModels::isRead)
                        .matches(single -> !FactModels.isSingle(single)));
        Draft empty = draft(Language.CHINESE, day, "", "");
        empty.setTitle(null);
        assertThat(reader.read(empty)).isEmpty();
        assertThat(reader.readKnown(empty)).isPresent();
    }

    private ArticleReport read(Language language, LocalDate published, String title, String text) {
        Draft draft = places.label(draft(language, published, title, text));
        draft.setTopics(List.of(new TopicLabel("online_scam", "main", 1d, List.of())));
        draft.setFigures(figures.find(language, text));
        return reader.read(draft).orElseThrow();
    }

    private static Draft draft(Language language, LocalDate published, String title, String text) {
        return Draft.newBuilder()
                .setArticleId("a")
                .setRecordId("a")
                .setArchiveFile("")
                .setArchiveOffset(0)
                .setLanguage(language.code())
                .setTitle(title)
                .setText(text)
                .setPublishedAt(published.atStartOfDay().toInstant(ZoneOffset.UTC))
                .setPublishedPrecision("day")
                .build();
    }
}
