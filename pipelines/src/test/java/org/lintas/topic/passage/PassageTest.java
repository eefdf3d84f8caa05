package org.lintas.topic.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PassageTest {

    private static final String SENTENCE =
            "The boat left the small harbour before dawn and nobody on the pier saw it go. ";

    @Test
    void theHeadlineIsAPassageOfItsOwn() {
        List<Passage> passages = Passage.of("A boat", SENTENCE, 1);

        assertThat(passages.get(0)).isEqualTo(new Passage(true, 0, 6));
        assertThat(passages.get(1).in("A boat", SENTENCE)).isEqualTo(SENTENCE.strip());
    }

    @Test
    void shortSentencesAreTakenTogetherAndPassagesEndWithThem() {
        String text = SENTENCE.repeat(6);

        List<Passage> passages = Passage.of("", text, 1);

        assertThat(passages).hasSize(2);
        assertThat(passages)
                .allSatisfy(passage -> assertThat(passage.in("", text)).endsWith("go."));
    }

    @Test
    void aSentenceWithoutEndIsCutAtASpace() {
        String text = "word ".repeat(150);

        List<Passage> passages = Passage.of("", text, 1);

        assertThat(passages).hasSizeGreaterThan(2).allSatisfy(passage -> {
            assertThat(passage.in("", text)).startsWith("word").endsWith("word");
            assertThat(passage.end() - passage.start()).isLessThanOrEqualTo(320);
        });
    }

    @Test
    void aCharacterOfTwoUnitsIsNotCut() {
        String text = "\uD83D\uDEA2".repeat(600);

        assertThat(Passage.of("", text, 1)).allSatisfy(passage -> {
            assertThat(Character.isHighSurrogate(text.charAt(passage.start()))).isTrue();
            assertThat(Character.isLowSurrogate(text.charAt(passage.end() - 1))).isTrue();
        });
    }

    @Test
    void onlyTheBeginningOfALongTextIsCut() {
        List<Passage> passages = Passage.of("", SENTENCE.repeat(1_000), 1);

        assertThat(passages.get(passages.size() - 1).end()).isLessThanOrEqualTo(1_200);
    }

    @Test
    void nothingButSpaceHasNoPassage() {
        assertThat(Passage.of(" ", " \n ", 1)).isEmpty();
    }
}
