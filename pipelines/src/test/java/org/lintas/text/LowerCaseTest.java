package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LowerCaseTest {

    private static final String LETTERS = "ABcdΣΣΑσİI ÀĐƠ ОК \u0307\u0301 ";

    @Test
    void wordsAreAsTheLibraryHasThem() {
        var random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }

            assertThat(LowerCase.of(text.toString())).isEqualTo(text.toString().toLowerCase(Locale.ROOT));
        }
    }
}
