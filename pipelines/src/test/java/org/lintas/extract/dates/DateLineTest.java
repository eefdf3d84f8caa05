package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateLineTest {

    private final DateReader reader = new DateReader(DateConvention.DEFAULT, null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kamis, 5 Maret 2020 | 22:15 WIB",
                "Rabu, 11 Jul 2018 | 17:00 WIB Dibaca: 208 Pengunjung",
                "05:03 AM December 22, 2024",
                "วันจันทร์ที่ 28 มีนาคม 2565",
                "Thứ ba, 14/10/2025, 10:30 (GMT+7)",
                "Ngày đăng: 14/10/2025",
                "2025年10月14日 星期二",
                "27.7.2019",
                "Published: 14 October 2025",
                "Bangkok, Tuesday 14 October 2025"
            })
    void aLineOfADateIsOne(String line) {
        assertThat(reader.dateLine(line, true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ngày khai trương chính thức: 11/12/2016.",
                "To. X akan dirilis 27 November 2023.",
                "Mạnh Vãn Chu tại Vancouver ngày 12/12/2018.",
                "Kerusuhan 21-22 Mei 2019",
                "Binh sĩ Thổ Nhĩ Kỳ tại một chốt gác ở Afrin hôm 29/1/2018.",
                "Thông tư có hiệu lực thi hành từ ngày 20/11/2018.",
                "Menteri di Jakarta, Kamis (20/4/2017). Foto: Antara",
                "Ông sinh ngày 8/3/2014",
                "ហេតុការណ៍នេះកើតឡើងនៅវេលាម៉ោង៩និង០០នាទីយប់ថ្ងៃសុក្រ ទី២៦ ខែកក្កដា ឆ្នាំ២០១៩។"
            })
    void aLineThatTellsOfADayIsNone(String line) {
        assertThat(reader.dateLine(line, true)).isEmpty();
    }

    @Test
    void belowTheTextOnlyADateAloneIsOne() {
        assertThat(reader.dateLine("Selasa, 14 Oktober 2025 10:30 WIB", false)).isPresent();
        assertThat(reader.dateLine("Medan, Selasa, 14 Oktober 2025 10:30 WIB", false))
                .isEmpty();
        assertThat(reader.dateLine("Medan, Selasa, 14 Oktober 2025 10:30 WIB", true))
                .isPresent();
    }
}
