package org.lintas.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermMatcherTest {

    @ParameterizedTest
    @CsvSource({
        "scam, 'A scam, a Scam: scammers', 'scam|Scam'",
        "scam*, 'A scam and scammers', 'scam|scam'",
        "*selundup*, 'diselundupkan dan terselundup', 'selundup|selundup'",
        "TPPO, 'TPPO, bukan tppo', 'TPPO'",
        "judi online, 'judi\u00A0online; judi daring', 'judi online'",
        "ไอเอส, 'ไอเอส และ เอไอเอส', 'ไอเอส|ไอเอส'",
        "ปลอม, 'ปลอม', 'ปลอม'",
        "กา, 'กา กาํ', 'กา'",
        "กร, 'เกร กระ กร', 'กร'",
        "ກາ, 'ເກາ ກາ', 'ກາ'",
        "មាន, 'ស្មាន មាន', 'មាន'",
        "电骗, '電騙', '電騙'",
        "電騙, '电骗與電騙', '电骗|電騙'",
        "hòa, 'hoà hòa hoa', 'hoà|hòa'",
        "quý, 'quý', 'quý'",
        "ថ្នាំញៀន, 'ថ្នាំ ញៀន', 'ថ្នាំ ញៀន'",
        "ဝင်, 'တရား၀င် ၂၀၁၈', '၀င်'",
        "கடத்தல்*, 'கடத்தல்காரர்', 'கடத்தல்'"
    })
    void findsWholeTerms(String term, String text, String found) {
        assertThat(String.join("|", find(List.of(term), text)))
                .isEqualTo(found.replace("judi online", "judi\u00A0online"));
    }

    @Test
    void findsTermsInsideEachOther() {
        assertThat(find(
                        List.of("trafficking", "human trafficking", "human trafficking ring"),
                        "a human trafficking ring"))
                .containsExactlyInAnyOrder("trafficking", "human trafficking", "human trafficking ring");
    }

    @Test
    void agreesWithASearchForEachTermAlone() {
        var terms = new ArrayList<String>();
        var random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            var term = new StringBuilder();
            for (int j = 0; j <= random.nextInt(4); j++) {
                term.append((char) ('a' + random.nextInt(3)));
            }
            terms.add("*" + term + "*");
        }
        var text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }

        int expected = 0;
        for (String term : terms) {
            String bare = term.replace("*", "");
            for (int at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) {
                expected++;
            }
        }

        assertThat(find(terms, text.toString())).hasSize(expected);
    }

    private static List<String> find(List<String> terms, String text) {
        var found = new ArrayList<String>();
        TermMatcher.of(terms)
                .find(text, FoldedText.of(text), (term, start, end) -> found.add(text.substring(start, end)));
        return found;
    }
}
