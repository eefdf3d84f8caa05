package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        "3000, 2883, true",
        "2500, 2581, true",
        "5000, 5264, true",
        "5000, 5000, false",
        "2883, 3000, false",
        "3000, 2000, false",
        "1000, 1264, false",
        "500, 553.5, true",
        "40, 37, false",
        "40, 36.5, true",
        "10, 11, false",
        "100, 96, true",
        "10, 9, false",
        "42, 43, false",
        "0, 1, false"
    })
    void aHeadlineRoundsToOneOrTwoDigits(double rounded, double exact, boolean expected) {
        assertThat(Rounding.isRounded(rounded, exact)).isEqualTo(expected);
    }
}
