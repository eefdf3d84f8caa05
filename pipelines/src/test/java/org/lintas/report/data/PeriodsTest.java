package org.lintas.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    private static final int MOST = 96;

    @ParameterizedTest
    @CsvSource({
        "2025-11-05, 2025-11-05, week, 1, 2025-11-03, 3 Nov 2025",
        "2025-01-01, 2025-06-01, week, 22, 2024-12-30, 30 Dec 2024",
        "2025-01-31, 2025-12-01, month, 12, 2025-01-01, Jan 2025",
        "2018-01-15, 2025-12-31, month, 96, 2018-01-01, Jan 2018",
        "2017-11-15, 2025-12-31, quarter, 33, 2017-10-01, 2017 Q4",
        "1990-05-05, 2025-05-05, year, 36, 1990-01-01, 1990"
    })
    void areTheFinestThatAreNotTooMany(String from, String to, String unit, int number, String first, String name) {
        Periods periods = Periods.between(from, to, MOST);

        assertThat(periods.unit()).isEqualTo(unit);
        assertThat(periods.starts())
                .hasSize(number)
                .startsWith(first)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(periods.name(first)).isEqualTo(name);
    }

    @Test
    void weeksBeginOnMondayAsInSql() {
        assertThat(Periods.between("2025-11-02", "2025-11-03", MOST).starts())
                .containsExactly("2025-10-27", "2025-11-03");
    }
}
