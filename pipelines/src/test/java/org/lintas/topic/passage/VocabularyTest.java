package org.lintas.topic.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VocabularyTest {

    private static final List<String> PIECES = List.of(" sea", " se", "a", "port", " ", "s", "e", "\uD83D\uDEA2");

    private final Vocabulary vocabulary = new Vocabulary(PIECES, new float[] {-5, -2, -2, -3, -4, -4, -4, -6}, -20);
    private final Vocabulary.Cutter cutter = vocabulary.new Cutter();

    @Test
    void theLikeliestPiecesAreChosenAndNotTheLongest() {
        assertThat(pieces(" sea")).containsExactly(" se", "a");
    }

    @Test
    void piecesAreInTheOrderOfTheText() {
        assertThat(pieces(" seaport")).containsExactly(" se", "a", "port");
    }

    @Test
    void aCharacterWithoutPieceIsUnknownAndCostsNoOther() {
        assertThat(cut(" seXa")).containsExactly(1, Vocabulary.UNKNOWN, 2);
    }

    @Test
    void piecesMayBeOutsideOfTheBasicPlane() {
        assertThat(pieces("\uD83D\uDEA2a")).containsExactly("\uD83D\uDEA2", "a");
    }

    @Test
    void nothingIsCutIntoNothing() {
        assertThat(cut("")).isEmpty();
    }

    @Test
    void textsAreCutOneAfterAnotherByOne() {
        assertThat(cut(" seaport seaport")).hasSize(6);
        assertThat(cut(" sea")).containsExactly(1, 2);
    }

    private int[] cut(String text) {
        int count = cutter.cut(("x" + text).toCharArray(), 1, 1 + text.length());
        return IntStream.range(0, count).map(cutter::piece).toArray();
    }

    private List<String> pieces(String text) {
        return Arrays.stream(cut(text)).mapToObj(PIECES::get).toList();
    }
}
