package org.lintas.report.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lintas.report.browse.FoundWords.Span;

class FoundWordsTest {

    @Test
    void placesAreCodePoints() throws Exception {
        assertThat(found("scam").in("🚢 Scam, scam scam; scams"))
                .containsExactly(new Span(2, 6), new Span(8, 12), new Span(13, 17));
        assertThat(found("ยา ไป").in("ไปยาไป")).containsExactly(new Span(0, 2), new Span(2, 4), new Span(4, 6));
    }

    @Test
    void anExcerptBeginsWithAWordBeforeTheFirstOneFound() throws Exception {
        String text = "one ".repeat(50) + "scam" + " two".repeat(100);

        FoundWords.Excerpt excerpt = found("scam").excerpt(text);

        assertThat(excerpt.text()).startsWith("one one ").hasSize(240);
        assertThat(excerpt.cut()).isTrue();
        assertThat(excerpt.goesOn()).isTrue();
        assertThat(excerpt.found())
                .hasSize(1)
                .allSatisfy(span -> assertThat(excerpt.text().substring(span.start(), span.end()))
                        .isEqualTo("scam"));
    }

    @Test
    void anExcerptDoesNotSeparateALetterFromItsMarks() throws Exception {
        FoundWords.Excerpt excerpt = found("ยา").excerpt("กี่".repeat(41) + "ยา" + "กี่".repeat(100));

        assertThat(excerpt.text()).startsWith("กี่").endsWith("กี่");
    }

    @Test
    void withoutWordsAnExcerptIsTheBeginning() throws Exception {
        assertThat(new FoundWords(List.of()).excerpt("short"))
                .isEqualTo(new FoundWords.Excerpt("short", false, false, List.of()));
        assertThat(found("scam").excerpt("")).isEqualTo(new FoundWords.Excerpt("", false, false, List.of()));
    }

    private static FoundWords found(String words) throws Selection.Refused {
        return new FoundWords(Selection.of(Map.of("words", words)).words());
    }
}
