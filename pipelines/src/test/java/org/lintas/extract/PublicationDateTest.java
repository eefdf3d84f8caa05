package org.lintas.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2025-10-16                                   | 2025-10-16T00:00:00Z | day
                    2025-10-16T09:30:00+07:00                    | 2025-10-16T02:30:00Z | second
                    2025-08-17T17:57:09+00:00                    | 2025-08-17T17:57:09Z | second
                    2013-10-23T06:30                             | 2013-10-22T23:30:00Z | minute
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
                    14 அக்டோபர், 2025                             | 2025-10-14T00:00:00Z | day
                    """)
    void readsWhatThePressWrites(String text, String instant, String precision) {
        assertThat(PublicationDate.find(text)).hasValueSatisfying(date -> {
            assertThat(date.instant()).hasToString(instant);
            assertThat(date.precision()).isEqualTo(precision);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pada 14 Oktober",
                "31/02/2025",
                "12 kg sabu",
                "nomor 2025-99-99",
                "tahun 1602-03-20",
                "maret 2025",
                ""
            })
    void whatIsNoCompleteDateIsNone(String text) {
        assertThat(PublicationDate.find(text)).isEmpty();
    }
}
