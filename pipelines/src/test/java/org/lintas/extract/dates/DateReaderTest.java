package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.record.DayMonth;
import org.lintas.schemas.DateOrigin;

class DateReaderTest {

    private static final Instant CAPTURED = Instant.parse("2025-10-16T05:00:00Z");

    private final DateReader reader = new DateReader(DateConvention.DEFAULT, null);
    private final DateReader captured = new DateReader(DateConvention.DEFAULT, CAPTURED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025-10-16                                   | 2025-10-16T00:00:00Z | day
                    2025-10-16T09:30:00+07:00                    | 2025-10-16T02:30:00Z | second
                    2025-08-17T17:57:09+00:00                    | 2025-08-17T17:57:09Z | second
                    2013-10-23T06:30                             | 2013-10-22T23:30:00Z | minute
                    2018-12-04 00:00:00                          | 2018-12-04T00:00:00Z | day
                    12:00 AM January 02, 2018                    | 2018-01-02T00:00:00Z | day
                    2018-12-04 00:00:00+07:00                    | 2018-12-03T17:00:00Z | second
                    ម៉ោង៩និង០០នាទីយប់ថ្ងៃទី២៦ ខែកក្កដា ឆ្នាំ២០១៩ | 2019-07-26T14:00:00Z | minute
                    2022-12-01 12:00:00                          | 2022-12-01T05:00:00Z | second
                    2019-02-25T08:26:32.123Z                     | 2019-02-25T08:26:32Z | second
                    8/30/2025 15:04                              | 2025-08-30T08:04:00Z | minute
                    10/11/2015                                   | 2015-11-10T00:00:00Z | day
                    Kamis, 16 Oktober 2025 | 2025-10-16T00:00:00Z | day
                    Selasa, 4 Agt 2020 19:05 WIB                 | 2020-08-04T12:05:00Z | minute
                    7 Ogos 2024, 3:15 PM MYT                     | 2024-08-07T07:15:00Z | minute
                    วันจันทร์ที่ 16 สิงหาคม 2564                    | 2021-08-16T00:00:00Z | day
                    9 มิ.ย.60                                     | 2017-06-09T00:00:00Z | day
                    ๑๔ ตุลาคม พ.ศ. ๒๕๖๘                            | 2025-10-14T00:00:00Z | day
                    Thứ năm, 14 tháng 10, 2025                   | 2025-10-14T00:00:00Z | day
                    14 tháng 10 năm 2025                         | 2025-10-14T00:00:00Z | day
                    Oktubre 14, 2025                             | 2025-10-14T00:00:00Z | day
                    ថ្ងៃទី១៤ ខែតុលា ឆ្នាំ២០២៥                        | 2025-10-14T00:00:00Z | day
                    14 ຕຸລາ 2025                                 | 2025-10-14T00:00:00Z | day
                    ၂၀၂၅ ခုနှစ်၊ အောက်တိုဘာလ ၁၄                     | 2025-10-14T00:00:00Z | day
                    AKP Phnom Penh, December 08, 2025 --         | 2025-12-08T00:00:00Z | day
                    14 Oct 2025 | 2025-10-14T00:00:00Z | day
                    2025年10月14日 09:05                          | 2025-10-14T02:05:00Z | minute
                    民國113年5月20日                               | 2024-05-20T00:00:00Z | day
                    二〇二五年十月十四日                             | 2025-10-14T00:00:00Z | day
                    14 அக்டோபர், 2025                             | 2025-10-14T00:00:00Z | day
                    """)
    void readsWhatThePressWrites(String text, String instant, String precision) {
        assertThat(reader.find(text)).hasValueSatisfying(date -> {
            assertThat(date.instant()).hasToString(instant);
            assertThat(date.precision()).hasToString(precision);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pada 14 Oktober",
                "31/02/2025",
                "12 kg sabu",
                "tháng 12-2016",
                "tháng 1-2, 2016",
                "nomor 2025-99-99",
                "tahun 1602-03-20",
                "maret 2025",
                ""
            })
    void incompleteDatesAreIgnored(String text) {
        assertThat(reader.find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1760580000       | 2025-10-16T02:00:00Z | second
                    1760580000123    | 2025-10-16T02:00:00Z | second
                    20251016         | 2025-10-16T00:00:00Z | day
                    20251016T020304Z | 2025-10-16T02:03:04Z | second
                    2025-10          | 2025-10-01T00:00:00Z | month
                    2025             | 2025-01-01T00:00:00Z | year
                    """)
    void readsMachineReadableDates(String value, String instant, String precision) {
        assertThat(reader.value(value)).hasValueSatisfying(date -> {
            assertThat(date.instant()).hasToString(instant);
            assertThat(date.precision()).hasToString(precision);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /news/2025/10/14/jaringan        | 2025-10-14
                    /berita/2025-10-14-jaringan.html | 2025-10-14
                    /n1/20251014/c90-1.html          | 2025-10-14
                    /khoi-to-20251014122830771.htm   | 2025-10-14
                    /nasional/20251014170243-32-3489 | 2025-10-14
                    """)
    void readsTheDayInAnAddress(String path, String day) {
        assertThat(reader.inPath(path).map(PublicationDate::day))
                .hasValueSatisfying(found -> assertThat(found).hasToString(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/news/2025/10", "/p/20251399", "/a/12345678901", "/2025/13/40/x"})
    void anAddressWithoutADayHasNone(String path) {
        assertThat(reader.inPath(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    5 menit lalu    | 2025-10-16T04:55:00Z | minute
                    2 jam yang lalu | 2025-10-16T00:00:00Z | day
                    3 giờ trước     | 2025-10-16T00:00:00Z | day
                    2 วันที่แล้ว        | 2025-10-14T00:00:00Z | day
                    3天前            | 2025-10-13T00:00:00Z | day
                    昨天 10:30       | 2025-10-15T03:30:00Z | minute
                    2 months ago    | 2025-08-01T00:00:00Z | month
                    """)
    void readsDatesRelativeToTheCapture(String line, String instant, String precision) {
        assertThat(captured.relative(line)).hasValueSatisfying(date -> {
            assertThat(date.instant()).hasToString(instant);
            assertThat(date.precision()).hasToString(precision);
            assertThat(date.origin()).isEqualTo(DateOrigin.relative);
        });
        assertThat(reader.relative(line)).isEmpty();
    }

    @Test
    void noDateIsLongAfterTheCapture() {
        assertThat(captured.find("16 Oktober 2026")).isEmpty();
        assertThat(captured.find("17 Oktober 2025")).isPresent();
    }

    @Test
    void theCountryOfTheOutletDeterminesOffsetAndOrder() {
        var manila = new DateReader(DateConvention.of("kabar.example.ph", null, null), null);
        assertThat(manila.find("10/11/2015 08:00").map(PublicationDate::instant))
                .contains(Instant.parse("2015-10-11T00:00:00Z"));
        var yangon = new DateReader(DateConvention.of("kabar.example", null, "my-mm"), null);
        assertThat(yangon.find("2025-10-14 08:30").map(PublicationDate::instant))
                .contains(Instant.parse("2025-10-14T02:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.inquirer.net, , 2015-10-11T00:00:00Z",
        ", Philippine Daily Inquirer (editorials), 2015-10-11T00:00:00Z",
        "www.hkcnews.com, , 2015-11-10T00:00:00Z",
        "www.irrawaddy.com, , 2015-11-10T01:30:00Z",
        "kabar.example, Inquirer, 2015-11-10T01:00:00Z",
    })
    void anOutletWhoseDomainDoesNotTellItsCountryIsInTheTable(String host, String name, String instant) {
        var reader = new DateReader(DateConvention.of(host, name, null), null);

        assertThat(reader.find("10/11/2015 08:00").map(PublicationDate::instant))
                .contains(Instant.parse(instant));
    }

    @Test
    void aWeekdayBesideADateInFiguresTellsItsOrder() {
        assertThat(reader.find("Kamis, 9/10/2025")).hasValueSatisfying(date -> {
            assertThat(date.day()).hasToString("2025-10-09");
            assertThat(date.order()).isEqualTo(DayMonth.day_first);
        });
        assertThat(reader.find("10/9/2025 (Thursday)")).hasValueSatisfying(date -> {
            assertThat(date.day()).hasToString("2025-10-09");
            assertThat(date.order()).isEqualTo(DayMonth.month_first);
        });
        assertThat(reader.find("Senin, 9/10/2025").map(PublicationDate::order)).contains(DayMonth.either);
    }

    @Test
    void datesInFiguresSayWhetherDayAndMonthCanBeSwapped() {
        assertThat(reader.find("10/11/2015")).hasValueSatisfying(date -> {
            assertThat(date.order()).isEqualTo(DayMonth.either);
            assertThat(date.swapped()).hasToString("2015-10-11T00:00:00Z");
        });
        assertThat(reader.find("8/30/2025").map(PublicationDate::order)).contains(DayMonth.month_first);
        assertThat(reader.find("30/8/2025").map(PublicationDate::order)).contains(DayMonth.day_first);
        assertThat(reader.find("8/8/2025").map(PublicationDate::order)).contains(DayMonth.plain);
        assertThat(reader.find("2025-08-07").map(PublicationDate::order)).contains(DayMonth.plain);
    }

    @Test
    void aDateInFiguresIsNotOneAfterTheCapture() {
        assertThat(captured.find("9/11/2025")).hasValueSatisfying(date -> {
            assertThat(date.day()).hasToString("2025-09-11");
            assertThat(date.order()).isEqualTo(DayMonth.month_first);
        });
    }

    @Test
    void readsTheMonthInAnAddress() {
        assertThat(reader.monthInPath("https://kabar.example/2018/11/dua-lelaki/"))
                .contains(YearMonth.of(2018, 11));
        assertThat(reader.monthInPath("https://kabar.example/news/201811/9")).isEmpty();
    }

    @Test
    void aDateInASentenceIsNoDateLine() {
        assertThat(reader.onLine("Kamis, 16 Oktober 2025 09:30 WIB")).isPresent();
        assertThat(reader.onLine("Petugas menangkap pelaku yang buron sejak 16 Oktober 2025 di rumahnya kemarin malam"))
                .isEmpty();
    }
}
