package org.lintas.figure.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    .  | 1.000.000,5 | 1000000.5
                    .  | 2,8         | 2.8
                    .  | 2.5         | 2.5
                    .  | 1.085       | 1085
                    .  | 1,000,000   | 1000000
                    .  | 0.735       | 0.735
                    ,  | 1,000,000.5 | 1000000.5
                    ,  | 1.085       | 1.085
                    ,  | 1,00,000    | 100000
                    ,  | 0,5         | 0.5
                    ,  | 38,390      | 38390
                    ,  | ๓๘,๓๙๐      | 38390
                    ,. | ១.៥០០       | 1500
                    ,. | ១២,២១       | 12.21
                    ,  | ၁၀          | 10
                    ,  | ໑໒          | 12
                    ,  | 1.2.3       | NaN
                    ,  | 12345678901234567890 | NaN
                    """)
    void readsDigitsOfAnyScript(String thousands, String written, Double value) {
        assertThat(new NumberReader(thousands, Set.of()).read(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AK-47 and 12 others  | 12.0
                    on 7/9 at 10:30      |
                    fell by 25% to 300   | 300.0
                    COVID-19             |
                    pages 4-5            | 4.0 5.0
                    30, 000 or 10 000 000 | 30000.0 1.0E7
                    $144, 400 and 144, 400 | 144400.0 144.0 400.0
                    in 2019 000 or 5 200 | 2019.0 0.0 5.0 200.0
                    """)
    void datesTimesSharesAndNamesAreNoNumbers(String text, String values) {
        List<String> found = new NumberReader(",", Set.of())
                .find(text).stream().map(token -> String.valueOf(token.value())).toList();

        assertThat(String.join(" ", found)).isEqualTo(values == null ? "" : values);
    }
}
