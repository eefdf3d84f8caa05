package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ketamine       | Seized: KETAMINE, 3 kg
            50%            | up by 50%.
            call  centre   | the Call Centre’s staff
            'drug''s'      | the drug’s price
            hoà bình       | tỉnh Hòa Bình
            ma túy         | MA TUÝ đá
            đường          | con Đường dài
            quý            | quý vị
            电话           | 打電話的人
            電話           | 打电话的人
            ยาเสพติด        | ขบวนการค้ายาเสพติดข้ามชาติ
            ຢາເສບຕິດ        | ຄ້າຢາເສບຕິດ
            ជួញដូរ           | ការជួញ ដូរមនុស្ស
            ဝါဒ             | ၀ါဒ
            போதை           | போதை மாத்திரை
            scam*          | three scammers
            *scam          | an antiscam unit
            penipu*        | para penipu
            """)
    void finds(String words, String text) {
        FoldedPattern pattern = FoldedPattern.of(words).orElseThrow();

        assertThat(Pattern.compile(pattern.whole()).matcher(text).find()).isTrue();
        assertThat(Pattern.compile(pattern.anywhere()).matcher(text).find()).isTrue();
        assertThat(pattern.spellings().isEmpty() || pattern.spellings().stream().anyMatch(text::contains))
                .isTrue();
        assertThat(pattern.parts().isEmpty() || pattern.parts().stream().anyMatch(text::contains))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ice         | police office
            scam        | scams
            quý         | qúy
            hoa         | hòa
            போதை       | போதைப்பொருள்
            call centre | call the centre
            """)
    void findsNot(String words, String text) {
        FoldedPattern pattern = FoldedPattern.of(words).orElseThrow();

        assertThat(Pattern.compile(pattern.whole()).matcher(text).find()).isFalse();
    }

    /** The expression finds what is found in folded texts, and what is told first never excludes it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Polisi",
                "hòa bình",
                "Khuỷu",
                "tuý",
                "loè",
                "thuế",
                "trung tâm",
                "臺灣詐騙",
                "发生",
                "ការជួញ",
                "လူကုန်",
                "0",
                "ผู้ต้องหา",
                "ß"
            })
    void isTheInverseOfFolding(String words) {
        FoldedPattern pattern = FoldedPattern.of("*" + words + "*").orElseThrow();
        String folded = FoldedText.of(TextNormaliser.term(words)).toString();
        int found = 0;
        for (String text : texts()) {
            boolean isFound =
                    FoldedText.of(text).toString().replaceAll(" +", " ").contains(folded);
            found += isFound ? 1 : 0;
            assertThat(Pattern.compile(pattern.anywhere()).matcher(text).find())
                    .as(text)
                    .isEqualTo(isFound);
            if (isFound && !pattern.spellings().isEmpty()) {
                assertThat(pattern.spellings()).anyMatch(text::contains);
            }
            if (isFound && !pattern.parts().isEmpty()) {
                assertThat(pattern.parts()).anyMatch(text::contains);
            }
        }
        assertThat(found).isPositive();
    }

    private static List<String> texts() {
        var texts = new ArrayList<String>();
        for (String word : List.of(
                "Polisi",
                "HÒA BÌNH",
                "hoà bình",
                "Hoà\nBình",
                "khuỷu",
                "khủyu",
                "túy",
                "TUÝ",
                "lòe",
                "LOÈ",
                "thuế",
                "THUẾ",
                "Trung Tâm",
                "trung  tâm",
                "台湾诈骗",
                "臺灣詐騙",
                "發生",
                "发生",
                "髮生",
                "ការជួញ",
                "ការ ជួញ",
                "លួចលាក់",
                "လူကုန်",
                "လူ ကုန်",
                "10",
                "ผู้ต้องหา",
                "STRASSE",
                "straße",
                "qúy",
                "quý")) {
            texts.add(word);
            texts.add("x" + word + "y");
            texts.add(word.toUpperCase(Locale.ROOT) + " " + word);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "**", "--", "“”", " \t"})
    void nothingIsNoPattern(String words) {
        assertThat(FoldedPattern.of(words)).isEmpty();
    }

    @Test
    void charactersOfExpressionsAreCharacters() {
        String words = "a.b(c)[d]\\Qe\\E|f{2}^g$h?i+";
        FoldedPattern pattern = FoldedPattern.of(words).orElseThrow();

        Matcher matcher = Pattern.compile(pattern.whole()).matcher("<" + words.toUpperCase(Locale.ROOT) + ">");

        assertThat(matcher.find()).isTrue();
        assertThat(Pattern.compile(pattern.whole()).matcher("aXb").find()).isFalse();
    }
}
