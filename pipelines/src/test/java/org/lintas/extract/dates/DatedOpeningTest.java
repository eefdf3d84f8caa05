package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.schemas.DateOrigin;

class DatedOpeningTest {

    private final DateReader reader = new DateReader(DateConvention.DEFAULT, null);

    private Optional<PublicationDate> in(String... paragraphs) {
        return DatedOpening.in(List.of(paragraphs), reader, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    วันนี้ (1 กรกฎาคม 2563) เวลา 12.00 น. ตำรวจแถลงข่าว            | 2020-07-01
                    เมื่อเวลา 05.20 น. วันที่ 23 พ.ย.64 ตำรวจได้รับแจ้งเหตุ           | 2021-11-23
                    เมื่อวันที่ ๙ มกราคม ๒๕๖๕ ผู้สื่อข่าวรายงานว่า                    | 2022-01-09
                    Sáng 11/6/2019, tại Hà Nội, công an cho biết                 | 2019-06-11
                    Công an hôm nay, ngày 11/6/2019, cho biết đã bắt hai người    | 2019-06-11
                    Polisi menangkap tiga orang di Medan, Rabu (12/3/2025).       | 2025-03-12
                    Dua lelaki ditahan di Johor hari ini (12 Mac 2025).           | 2025-03-12
                    នៅព្រឹកថ្ងៃទី២៦ ខែកក្កដា ឆ្នាំ២០១៩ សមត្ថកិច្ចបានឃាត់ខ្លួន         | 2019-07-26
                    ថ្ងៃទី២៦ ខែកក្កដា ឆ្នាំ២០១៩ មនុស្សពាក់ព័ន្ធនឹងបទល្មើសនៅកោះកុង | 2019-07-26
                    Sáng 11/6/2019, công an cho biết sẽ khởi tố hai người           | 2019-06-11
                    ວັນທີ 14 ຕຸລາ 2025 ຕຳຫຼວດຈັບກຸມ                               | 2025-10-14
                    ယနေ့ ၂၀၂၅ ခုနှစ်၊ အောက်တိုဘာလ ၁၄ ရက် ရဲတပ်ဖွဲ့က               | 2025-10-14
                    KUCHING 25 Mac 2018-Polis menahan dua lelaki di Sarawak      | 2018-03-25
                    MANILA, 26 September 2025 (PNA) – Police arrested two men     | 2025-09-26
                    今天（2025年10月14日）警方拘捕兩人                              | 2025-10-14
                    இன்று (14 அக்டோபர் 2025) காவல்துறை                           | 2025-10-14
                    """)
    void readsTheDayOnWhichAnOpeningReports(String opening, String day) {
        assertThat(in(opening)).hasValueSatisfying(date -> {
            assertThat(date.day()).hasToString(day);
            assertThat(date.origin()).isEqualTo(DateOrigin.opening);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Theo cáo trạng, sáng ngày 9-8-2015, bị cáo đến nhà nạn nhân",
                "Chương trình kéo dài từ ngày 21/1/2019 đến ngày 30/1/2019 tại Hà Nội",
                "Leo Major sinh ngày 23/1/1921 trong một gia đình",
                "Polisi akan menggelar operasi pada Rabu (12/3/2025).",
                "Pameran digelar hingga Minggu (22/6/2025) di Makassar",
                "Pelaku ditahan Kamis (12/3/2025)",
                "Pelaku ditahan di Medan, Rabu (12/3/2025) lalu",
                "The law of 12 March 2019 was amended",
                "On 3/4/2025 police said",
                "2020年10月14日，特首原定當日發表《施政報告》",
                "ตามหมายจับศาลอาญา ลงวันที่ 13 ธันวาคม 2564 ข้อหาร่วมกัน",
                "ផ្អាកលក់ចាប់ពីថ្ងៃទី០១ ខែមករា ឆ្នាំ២០២០",
                "hôm nay 12/3 công an cho biết",
                "Ngày 20/1/2026, trung tâm sẽ tổ chức hội thảo",
                "วันที่ 9 เมษายน 2563 กรมจะเปิดให้ลงทะเบียน",
                ""
            })
    void otherDaysAreNotRead(String opening) {
        assertThat(in(opening)).isEmpty();
    }

    @Test
    void aCaptionAboveTheTextIsNotRead() {
        assertThat(in("Menteri Budi di Jakarta, Kamis (20/4/2017). (Foto: Antara)", "Menteri meninjau pasar."))
                .isEmpty();
    }

    @Test
    void anArticleThatTellsOfLaterDaysTellsOfThePast() {
        assertThat(in("Ngày 22/6/1983, cô gái mất tích.", "Năm 2016, cảnh sát mở lại vụ án."))
                .isEmpty();
    }

    @Test
    void aLaterYearOfPlansIsNoMatterBesideTheDayOfAReport() {
        assertThat(in("Polisi menangkap tiga orang di Medan, Rabu (12/3/2025).", "Pembangunan selesai pada 2029."))
                .isPresent();
        assertThat(in("Polisi menangkap tiga orang di Medan, Rabu (12/3/2025).", "Ia divonis pada 4 Mei 2026."))
                .isEmpty();
    }

    @Test
    void aDayWithoutAYearIsReadNearTheStatedOne() {
        List<String> opening = List.of("เมื่อวันที่ 30 ธ.ค. ผู้สื่อข่าวรายงานว่า");

        assertThat(DatedOpening.in(opening, reader, Optional.empty(), Optional.of(LocalDate.of(2017, 1, 2))))
                .hasValueSatisfying(date -> assertThat(date.day()).hasToString("2016-12-30"));
    }

    @Test
    void captionsBeforeTheDatelineAreNotRead() {
        assertThat(in(
                        "Menteri di Jakarta, Kamis (20/4/2017).",
                        "JAKARTA, KABAR.com - Menteri meninjau pasar, Senin (9/7/2018)."))
                .hasValueSatisfying(date -> assertThat(date.day()).hasToString("2018-07-09"));
    }

    @Test
    void aDayWithoutAYearHasThatOfTheAddress() {
        List<String> opening = List.of("MARANG 23 Nov. - Dua lelaki ditahan.");

        assertThat(DatedOpening.in(opening, reader, Optional.of(YearMonth.of(2018, 11)), Optional.empty()))
                .hasValueSatisfying(date -> assertThat(date.day()).hasToString("2018-11-23"));
        assertThat(DatedOpening.in(opening, reader, Optional.of(YearMonth.of(2018, 6)), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aDayWithoutAYearHasTheLastOneBeforeTheCaptureWithItsWeekday() {
        var captured = new DateReader(DateConvention.DEFAULT, Instant.parse("2025-10-16T05:00:00Z"));

        assertThat(DatedOpening.in(
                        List.of("Polisi menangkap tiga orang, Rabu (12/3)."),
                        captured,
                        Optional.empty(),
                        Optional.empty()))
                .hasValueSatisfying(date -> assertThat(date.day()).hasToString("2025-03-12"));
        assertThat(DatedOpening.in(
                        List.of("Polisi menangkap tiga orang hari ini (12/3)."),
                        captured,
                        Optional.empty(),
                        Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ข่าวสังคม ประจำวันที่ 7 มิถุนายน 2560             | 2017-06-07
                    ព័ត៌មានអន្តរជាតិប្រចាំថ្ងៃទី ២៦ ខែកក្កដា ឆ្នាំ២០១៩  | 2019-07-26
                    ឃ្មុំថយចុះ 27, Jul 2019 , 8:59 pm                | 2019-07-27
                    """)
    void readsTheDayOfAnIssueInAHeadline(String title, String day) {
        assertThat(DatedOpening.inTitle(title, reader)).hasValueSatisfying(date -> {
            assertThat(date.day()).hasToString(day);
            assertThat(date.origin()).isEqualTo(DateOrigin.title);
        });
        assertThat(DatedOpening.inTitle("Film tayang 9 Juli 2026", reader)).isEmpty();
    }
}
