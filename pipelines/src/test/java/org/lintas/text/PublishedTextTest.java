package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id | 30 | Polisi menangkap dua orang. Keduanya warga asing.   | Polisi menangkap dua orang.
                    id | 20 | Polisi menangkap dua orang. Keduanya warga asing.   | Polisi menangkap dua
                    id | 40 | Ya. Polisi menangkap tujuh orang dari tiga negara   | Ya. Polisi menangkap tujuh orang dari
                    th | 12 | ตำรวจจับกุมผู้ต้องหาสองคน                                | ตำรวจจับกุม
                    zh | 9  | 警方逮捕两人。他们是外国人。                            | 警方逮捕两人。
                    en | 99 | Short.                                              | Short.
                    en | 8  | Aaaaaaaaaaaaaaaaaaaaaaaaaaaa b                      | ''
                    """)
    void anExcerptEndsAtASentenceOrAWord(String language, int characters, String text, String excerpt) {
        assertThat(PublishedText.parse("excerpt", characters).of(text, language))
                .isEqualTo(excerpt);
    }

    @Test
    void aPairOfSurrogatesIsOneCharacterAndIsNotCut() {
        assertThat(PublishedText.parse("excerpt", 4).of("😀😀 😀😀", "en")).isEqualTo("😀😀 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "th", "zh", "km", "my", "lo", "en"})
    void anExcerptIsTheLongestThatEndsSo(String language) {
        List<String> words = List.of(
                "Polisi",
                " ",
                " ",
                " ",
                ". ",
                ".",
                "? ",
                "\n",
                "\n\n",
                "“",
                "”",
                " (",
                ") ",
                "Rp1.000",
                "a",
                "kata ",
                "\u0301",
                "😀",
                "ตำรวจ",
                "จับกุม",
                "ผู้ต้องหา",
                "警方",
                "逮捕两人",
                "。",
                "សមត្ថកិច្ច",
                "ឃាត់ខ្លួន",
                "។",
                "ຕຳຫຼວດ",
                "ဖမ်းဆီး",
                "။");
        var random = new Random(1);
        for (int round = 0; round < 500; round++) {
            String text = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining());
            int characters = 1 + random.nextInt(120);

            assertThat(PublishedText.parse("excerpt", characters).of(text, language))
                    .isEqualTo(excerpt(text, language, characters));
        }
    }

    /** Reference: the break before the limit by the iterator. */
    private static String excerpt(String text, String language, int characters) {
        if (text.codePointCount(0, text.length()) <= characters) {
            return text;
        }
        int limit = text.offsetByCodePoints(0, characters);
        var locale = new ULocale(language);
        int sentence = before(BreakIterator.getSentenceInstance(locale), text, limit);
        int end = sentence >= limit / 2 ? sentence : before(BreakIterator.getWordInstance(locale), text, limit);
        return text.substring(0, end).stripTrailing();
    }

    private static int before(BreakIterator breaks, String text, int limit) {
        breaks.setText(text);
        return breaks.isBoundary(limit) ? limit : Math.max(0, breaks.preceding(limit));
    }

    @Test
    void allOrNothing() {
        assertThat(PublishedText.parse("none", 1).of("Teks.", "id")).isEmpty();
        assertThat(PublishedText.FULL.of("Teks.", "id")).isEqualTo("Teks.");
    }
}
