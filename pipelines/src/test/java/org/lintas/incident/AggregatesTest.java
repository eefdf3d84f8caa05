package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.incident.Sentences.Part;
import org.lintas.text.Language;

/** Which of the figures in brackets are totals of several incidents. */
class AggregatesTest {

    private static final Pattern FIGURE = Pattern.compile("\\[[^\\]]*\\]");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | [340 suspects] were arrested this year                                  | true
                    ENGLISH    | This year, police have arrested [300 people] and seized [40 kg]         | true true
                    ENGLISH    | They seized [40 kg] on Wednesday, bringing the total this year to [320 kg] | false true
                    ENGLISH    | They seized [40 kg], the largest haul this year                         | false
                    ENGLISH    | So far [16 people] have been held                                       | false
                    ENGLISH    | In 54 cases they arrested [112 people]                                  | true
                    ENGLISH    | In two cases they arrested [12 people]                                  | false
                    ENGLISH    | In 0.25 cases of drugs, in 2025 cases of [12 people]                    | false
                    ENGLISH    | In 12,340 cases they arrested [11,200 people]                           | true
                    ENGLISH    | In \ud835\udfd0\ud835\udfce cases they arrested [112 people]                          | true
                    THAI       | ในปี 2568 คดีนี้ ตำรวจจับกุม [12 คน]                                      | false
                    CHINESE    | 警方拘捕[3人]，起获衣服25件                                                  | false
                    INDONESIAN | menyita [40 kg] pada Rabu, sehingga total tahun ini mencapai [320 kg]   | false true
                    VIETNAMESE | Đến nay đã bắt [9 đối tượng]                                            | false
                    VIETNAMESE | từ đầu năm đến nay đã bắt [90 đối tượng] trong 51 vụ                     | true
                    KHMER      | បង្ក្រាប ២៨ ករណី ឃាត់ខ្លួន [៦១ នាក់]                                     | true
                    CHINESE    | 今年以来共拘捕[300人]，昨日再拘捕[12人]                                      | true false
                    """)
    void aTotalIsInTheClauseOfItsTime(Language language, String text, String totals) {
        String[] expected = totals.split(" ");
        List<Part> figures = FIGURE.matcher(text)
                .results()
                .map(match -> new Part(match.start(), match.end()))
                .toList();
        for (int i = 0; i < expected.length; i++) {
            Part figure = figures.get(i);
            List<Part> others =
                    figures.stream().filter(other -> !other.equals(figure)).toList();
            assertThat(Aggregates.isTotal(ReportWords.of(language), text, figure, others))
                    .as("figure %s of %s", i, text)
                    .isEqualTo(Boolean.parseBoolean(expected[i]));
        }
    }
}
