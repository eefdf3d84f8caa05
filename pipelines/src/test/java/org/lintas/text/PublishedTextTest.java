package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void allOrNothing() {
        assertThat(PublishedText.parse("none", 1).of("Teks.", "id")).isEmpty();
        assertThat(PublishedText.FULL.of("Teks.", "id")).isEqualTo("Teks.");
    }
}
