package org.lintas.extract.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.text.Language;

/** Months in which texts of March 2025 tell that something happened. */
class EventMonthsTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2025, 3, 11);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | the hub that was raided last January | 2025-01",
                "en | July's raids in three towns | 2024-07",
                "en | a convoy stopped last month | 2025-02",
                "id | dirampok Desember lalu | 2024-12",
                "id | digerebek bulan lalu | 2025-02",
                "ms | ditahan pada Januari | 2025-01",
                "tl | ni-raid noong Enero | 2025-01",
                "vi | bị bắt hồi tháng 12 năm ngoái | 2024-12",
                "vi | bị bắt tháng trước | 2025-02",
                "th | ถูกจับเมื่อเดือนธันวาคม 2567 | 2024-12",
                "th | ถูกจับเดือนที่แล้ว | 2025-02",
                "zh | 去年12月被捕 | 2024-12",
                "zh | 上月被捕 | 2025-02",
                "km | កាលពីខែមុន | 2025-02"
            })
    void aMonthIsTheLastOneOfItsName(String language, String text, String month) {
        assertThat(EventMonths.of(Language.of(language).orElseThrow()).in(text, PUBLISHED))
                .containsExactly(YearMonth.parse(month));
    }

    @Test
    void aMonthWithADayIsADay() {
        assertThat(EventMonths.of(Language.ENGLISH).in("held in January 12 and on 3 early March", PUBLISHED))
                .isEmpty();
        assertThat(EventMonths.of(Language.CHINESE).in("12月5日", PUBLISHED)).isEmpty();
    }

    @Test
    void aYearCounts() {
        assertThat(EventMonths.of(Language.ENGLISH).in("seized in July 2021", PUBLISHED))
                .containsExactly(YearMonth.of(2021, 7));
        assertThat(EventMonths.of(Language.ENGLISH).in("elections in July 2029", PUBLISHED))
                .isEmpty();
    }
}
