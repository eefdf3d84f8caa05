package org.lintas.extract.maintext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagNamesTest {

    @Test
    void aNameIsCutWhereItIsTooLong() {
        assertThat(TagNames.cut("<p>x</p><" + "a".repeat(9_000) + " b=c>y</" + "a<".repeat(900) + "><i>z"))
                .isEqualTo("<p>x</p><" + "a".repeat(500) + " b=c>y</" + "a<".repeat(250) + "><i>z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "</",
                "<p",
                "</p",
                "a < b",
                "<p>teks</p>",
                "<<<a>",
                "<\u0E01\u0E02",
                "<!-- a -->",
                "<a\nb>"
            })
    void otherMarkupIsLeftAsItIs(String markup) {
        assertThat(TagNames.cut(markup)).isSameAs(markup);
    }

    @Test
    void longTextAfterASignThatIsNoTagIsLeftAsItIs() {
        String text = "1 <" + "2".repeat(2_000) + " <\u0E01" + "\u0E02".repeat(2_000);

        assertThat(TagNames.cut(text)).isSameAs(text);
    }
}
