package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyVietnameseTest {

    /** The national motto at the top of official documents; its bytes in each font encoding are well documented. */
    private static final String MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập, tự do, hạnh phúc";

    @ParameterizedTest
    @CsvSource({
        "TCVN3, 'Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp, tù do, h¹nh phóc'",
        "VNI, 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp, töï do, haïnh phuùc'"
    })
    void textReadAsLatinIsRepaired(VietnameseCharset set, String mojibake) {
        assertThat(LegacyVietnamese.detect(mojibake)).contains(set);
        assertThat(TextNormaliser.line(mojibake)).isEqualTo(MOTTO);
        assertThat(TextNormaliser.paragraphs("Tin trong ngày được cập nhật ở đây\n" + mojibake + "\nhéi nghÞ"))
                .containsExactly("Tin trong ngày được cập nhật ở đây", MOTTO, "héi nghÞ");
    }

    @Test
    void aShortLineIsLikeTheTextAroundIt() {
        String mojibake = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp, tù do, h¹nh phóc";

        assertThat(TextNormaliser.paragraphs(mojibake + "\nhéi nghÞ")).containsExactly(MOTTO, "hội nghị");
    }

    @Test
    void theHornedUIsNoSoftHyphen() {
        assertThat(TextNormaliser.line("nh÷ng ng\u00ADêi n\u00ADíc ngoµi ®\u00ADîc trë vÒ"))
                .isEqualTo("những người nước ngoài được trở về");
    }

    @ParameterizedTest
    @CsvSource({
        "'Là nhà tôi và bà tôi, cá và cà, có ai hò là có'",
        "'peng\u00ADungsi dan per\u00ADang\u00ADkat di ke\u00ADdai \u00A9 2019'",
        "'Señor Muñoz de la Peña, año mañana niño'",
        "'à côté, là-bas, dès l\u2019été, très âgé'"
    })
    void whatIsNoMojibakeStays(String text) {
        assertThat(LegacyVietnamese.toUnicode(text)).isSameAs(text);
    }
}
