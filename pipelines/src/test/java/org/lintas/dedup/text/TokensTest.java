package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Pasar  ikan-MALAM, dibuka! | pasar ikan malam dibuka
                    Ｔａｘ １２ | tax 12
                    Rp 1.250.000 | rp 1,250,000
                    di Jum'at | di Jum’at
                    05/11 | 5.11
                    ໒໐໒໕ ปี ๒๕๖๘ | 2025 ปี 2568
                    ទៅ ផ្សារ ថ្មី | ទៅផ្សារ​ថ្មី
                    老码头，水果。 | 老码头水果
                    """)
    void ignoredDifferences(String one, String other) {
        assertThat(Tokens.of(one).sameAs(Tokens.of(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.5 persen | 15 persen
                    1.5 persen | 1.6 persen
                    123456789012 | 123456789013
                    1000000 orang | 1.000.001 orang
                    hoà bình | hoá bình
                    ကျပ် ၁၀ | ကျပ် ၁၁
                    老码头 | 新码头
                    """)
    void countedDifferences(String one, String other) {
        assertThat(Tokens.of(one).sameAs(Tokens.of(other))).isFalse();
        assertThat(Tokens.of(one).digest()).isNotEqualTo(Tokens.of(other).digest());
    }

    @Test
    void numbersAndNames() {
        Tokens tokens = Tokens.of("Kemarin Darmo dan PBB membeli 46 perahu. Perahu: Baru");

        assertThat(tokens.size()).isEqualTo(9);
        assertThat(places(tokens, true)).containsExactly(5);
        assertThat(places(tokens, false)).containsExactly(1);
    }

    @Test
    void headingsHaveNoNames() {
        assertThat(places(Tokens.of("Pasar Ikan Malam Dibuka Lagi"), false)).isEmpty();
    }

    @Test
    void anEmptyTextHasNoTokens() {
        assertThat(Tokens.of(" … — !\n").size()).isZero();
    }

    /** An edit changes the tokens that it touches and those next to them, wherever the text starts. */
    @ParameterizedTest
    @EnumSource(SampleReports.class)
    void boundariesDependOnAdjacentLetters(SampleReports report) {
        Tokens whole = Tokens.of(report.text());
        Tokens cut = Tokens.of(report.text().substring(3));
        int end = cut.size();

        for (int i = 1; i <= end - 6; i++) {
            assertThat(cut.at(end - i)).isEqualTo(whole.at(whole.size() - i));
        }
        assertThat(whole.size())
                .isBetween(report.text().length() / 8, report.text().length() / 2);
    }

    private static Set<Integer> places(Tokens tokens, boolean numbers) {
        Set<Integer> places = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (numbers ? tokens.isNumber(i) : tokens.isName(i)) {
                places.add(i);
            }
        }
        return places;
    }
}
