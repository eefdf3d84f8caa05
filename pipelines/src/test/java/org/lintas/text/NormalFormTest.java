package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalFormTest {

    /** Marks of many classes, decomposable marks, letters with marks, and letters that compose with marks. */
    private static final String CHARACTERS =
            "aeou\u01D7\u1EA4\u03B0\u1FB4\uAC00\u1112\u1161\u11AB\u0BC6\u0BBE\u1025\u102E \uFF76\uFF9E\uFF9F"
                    + "\u0300\u0301\u0302\u0306\u031B\u0323\u0316\u0327\u0334\u0345\u0344\u05B0\u064B\u0651\u093C\u094D\u0E48\u0E38"
                    + "\u0F71\u0F73\u0F75\u0F81\u3099\u20D0\uFB1E\u0340\u034F";

    private static final int ROUNDS = 3_000;

    @Test
    void longRunsOfMarksGiveTheSameFormAsThatOfTheLibraries() {
        var random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(random);

            assertThat(NormalForm.nfc(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
            assertThat(NormalForm.nfkc(text))
                    .isEqualTo(Normalizer2.getNFKCInstance().normalize(text));
        }
    }

    /** Mostly marks, in runs of some hundreds between letters. */
    private static String text(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(400);
        while (text.length() < length) {
            int from = random.nextInt(20) == 0 ? 0 : CHARACTERS.indexOf('\u0300');
            text.append(CHARACTERS.charAt(from + random.nextInt(CHARACTERS.length() - from)));
            if (random.nextInt(50) == 0) {
                // A musical mark, outside the basic plane.
                text.appendCodePoint(0x1D165 + random.nextInt(5));
            }
        }
        return text.toString();
    }
}
