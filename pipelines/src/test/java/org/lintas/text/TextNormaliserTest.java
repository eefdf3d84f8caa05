package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormaliserTest {

    @ParameterizedTest
    @CsvSource({
        "'a\u00A0\u2003b', 'a b'",
        "'peng\u00ADungsi\u200B', 'pengungsi'",
        "'ho\u0300a', 'hòa'",
        "'น\u0E4D\u0E32', 'นำ'",
        "'น\u0E4D\u0E49\u0E32', 'น้ำ'",
        "'\u0E40\u0E40ละ', 'และ'",
        "'ນ\u0ECD\u0EB2', 'ນຳ'",
        "'น\u0E49\u0E4D\u0E32', 'น้ำ'",
        "'นำ\u0E49', 'น้ำ'",
        "'เม\u0E48\u0E37อ', 'เมื่อ'",
        "'ປ\u0EC9\u0ECD\u0EB2', 'ປ້ຳ'",
        "'\u0EC0\u0EC0ລະ', 'ແລະ'",
        "'ប\u17C1\u17B8ក', 'បើក'",
        "'ស\u17D2\u179A\u17D2\u178Fី', 'ស្ត្រី'",
        "'ក\u17B6\u17D2\u179Bយ', 'ក្លាយ'",
        "'ឆ្ន\u17C6\u17B6', 'ឆ្នាំ'",
        "'hoà, hòa, Ｂ２', 'hoà, hòa, Ｂ２'",
        "'ក\u200Bខ ไทย\u200Bไทย', 'កខ ไทยไทย'",
        "'a\u200Db \uD83D\uDE00', 'a\u200Db \uD83D\uDE00'",
        "'a\u0000b\uD800c', 'abc'",
        "'  two\r\nlines ', 'two lines'"
    })
    void lineIsInNormalForm(String raw, String normal) {
        assertThat(TextNormaliser.line(raw)).isEqualTo(normal);
    }

    @Test
    void everyLineThatHasTextIsAParagraph() {
        assertThat(TextNormaliser.paragraphs("one\r\n\r\n \t\ntwo\u2028three\u0085four"))
                .containsExactly("one", "two", "three", "four");
    }

    @Test
    void burmeseInZawgyiBecomesUnicode() {
        String zawgyi = "\u103B\u1019\u1014\u1039\u1019\u102C\u1014\u102D\u102F\u1004\u1039\u1004\u1036 "
                .repeat(2)
                .strip();
        String unicode = "မြန်မာနိုင်ငံ မြန်မာနိုင်ငံ";

        assertThat(Zawgyi.isZawgyi(zawgyi)).isTrue();
        assertThat(TextNormaliser.line(zawgyi)).isEqualTo(unicode);
        assertThat(TextNormaliser.line(unicode)).isEqualTo(unicode);
        assertThat(TextNormaliser.paragraphs(zawgyi + "\n\u1019\u1014\u1039")).containsExactly(unicode, "မန်");
    }

    @Test
    void zawgyiWithoutAnEndIsConvertedInLinearTime() {
        String zawgyi = "\u103B\u1019\u1014\u1039\u1019\u102C".repeat(200_000);

        assertThat(Assertions.assertTimeout(Duration.ofSeconds(30), () -> TextNormaliser.line(zawgyi)))
                .startsWith("မြန်မာမြန်မာ");
    }

    @Test
    void quotationsInTheOtherEncodingAreJudgedByThemselves() {
        String zawgyi = "\u103B\u1019\u1014\u1039\u1019\u102C\u1014\u102D\u102F\u1004\u1039\u1004\u1036 ";
        String unicode = "မြန်မာနိုင်ငံ ";

        assertThat(TextNormaliser.paragraphs(unicode.repeat(9) + "\n" + zawgyi.repeat(3)))
                .containsExactly(unicode.repeat(9).strip(), unicode.repeat(3).strip());
        assertThat(TextNormaliser.paragraphs(zawgyi.repeat(9) + "\n" + unicode.repeat(3)))
                .containsExactly(unicode.repeat(9).strip(), unicode.repeat(3).strip());
        assertThat(Zawgyi.toUnicode("<p>" + zawgyi.repeat(9) + "</p><b>\u1019\u1014\u1039</b>"))
                .isEqualTo("<p>" + unicode.repeat(9) + "</p><b>မန်</b>");
    }
}
