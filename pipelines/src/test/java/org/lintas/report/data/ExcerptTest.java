package org.lintas.report.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lintas.report.data.Excerpt.Piece;
import org.lintas.report.data.Excerpt.Span;

class ExcerptTest {

    @Test
    void aShortTextIsShownInFull() {
        Excerpt excerpt = Excerpt.of("police seized drugs here", List.of(new Span(14, 19)), 300);

        assertThat(excerpt.pieces())
                .containsExactly(
                        new Piece("police seized ", false), new Piece("drugs", true), new Piece(" here", false));
        assertThat(excerpt.opens()).isTrue();
        assertThat(excerpt.ends()).isTrue();
    }

    @Test
    void spansAreCountedInCodePoints() {
        assertThat(Excerpt.of("😀😀 ยาบ้า", List.of(new Span(3, 8)), 300).pieces())
                .containsExactly(new Piece("😀😀 ", false), new Piece("ยาบ้า", true));
    }

    @Test
    void overlappingSpansAreMerged() {
        assertThat(Excerpt.of("abcdefgh", List.of(new Span(3, 6), new Span(1, 4), new Span(6, 7)), 300)
                        .pieces())
                .containsExactly(new Piece("a", false), new Piece("bcdefg", true), new Piece("h", false));
    }

    @Test
    void spansOutsideTheTextAreIgnored() {
        assertThat(Excerpt.of("abc", List.of(new Span(-1, 2), new Span(2, 9), new Span(2, 2)), 300)
                        .pieces())
                .containsExactly(new Piece("abc", false));
    }

    @Test
    void thePartWithMostSpansIsShownWithWholeWords() {
        String filler = "lorem ipsum dolor ".repeat(60);
        String text = "scam " + filler + "scam and scam and scam " + filler;
        int dense = 5 + filler.length();

        Excerpt excerpt = Excerpt.of(
                text,
                List.of(
                        new Span(0, 4),
                        new Span(dense, dense + 4),
                        new Span(dense + 9, dense + 13),
                        new Span(dense + 18, dense + 22)),
                300);

        assertThat(excerpt.pieces().stream().filter(Piece::marked)).hasSize(3);
        assertThat(excerpt.opens()).isFalse();
        assertThat(excerpt.ends()).isFalse();
        assertThat(shown(excerpt).strip().split(" ")).containsOnly("lorem", "ipsum", "dolor", "scam", "and");
        assertThat(shown(excerpt)).hasSizeBetween(280, 320);
    }

    @Test
    void charactersKeepTheirCombiningMarks() {
        String text = "ที่".repeat(400);
        for (int length = 100; length < 110; length++) {
            Excerpt excerpt = Excerpt.of(text, List.of(new Span(600, 603)), length);
            assertThat(shown(excerpt).replace("ที่", "")).isEmpty();
        }
    }

    @Test
    void anOpeningStartsAtTheStart() {
        Excerpt excerpt = Excerpt.opening("one two three four", List.of(new Span(14, 18)), 9);

        assertThat(shown(excerpt)).isEqualTo("one two");
        assertThat(excerpt.opens()).isTrue();
        assertThat(excerpt.ends()).isFalse();
    }

    private static String shown(Excerpt excerpt) {
        return excerpt.pieces().stream().map(Piece::text).collect(Collectors.joining());
    }
}
