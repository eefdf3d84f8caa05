package org.lintas.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lintas.language.LatinModel.Calibration;

class LatinModelTest {

    @Test
    void isTheSameAfterWritingAndReading() throws IOException {
        LatinModel model = LatinModel.load();
        byte[] once = bytes(model);

        LatinModel again = LatinModel.read(new ByteArrayInputStream(once));

        assertThat(bytes(again)).isEqualTo(once);
        assertThat(again.guess("Kerajaan akan mengkaji perkara itu"))
                .isEqualTo(model.guess("Kerajaan akan mengkaji perkara itu"));
    }

    @Test
    void fitsIntoTheJar() throws IOException {
        assertThat(bytes(LatinModel.load())).hasSizeLessThan(1_500_000);
    }

    @Test
    void theGateOpensWithTheShareOfKnownWordsAndIsMoreCertainWithMoreWords() {
        var calibration = new Calibration(1, 6, 0.6);

        assertThat(calibration.known(0.6, 10)).isEqualTo(0.5);
        assertThat(calibration.known(0.9, 10)).isGreaterThan(0.9);
        assertThat(calibration.known(0.9, 40)).isGreaterThan(calibration.known(0.9, 10));
        assertThat(calibration.known(0.2, 40)).isLessThan(calibration.known(0.2, 10));
    }

    @Test
    void splitsWordsAtWhatIsNoLatinLetter() {
        var words = new ArrayList<String>();
        LatinWords.forEach("Công an: «Ñandú», กรุงเทพBangkok 12x don't", words::add);
        assertThat(words).containsExactly("công", "an", "ñandú", "bangkok", "x", "don", "t");
    }

    @Test
    void readsASampleOfAllPartsOfALongText() {
        var words = new ArrayList<String>();
        LatinWords.forEach("awal ".repeat(100_000) + "akhir ".repeat(100), words::add);
        assertThat(words).hasSizeLessThan(1_000).contains("awal", "akhir");
    }

    @Test
    void countsEveryGramOfAWord() {
        // <di>: 4 letters, 3 pairs, 2 triples, 1 quadruple, and the word.
        int[] features = LatinWords.features("di");
        assertThat(features).hasSize(11);
        assertThat(IntStream.of(features).boxed())
                .allSatisfy(feature -> assertThat(feature).isBetween(0, LatinWords.BUCKETS - 1));
        assertThat(List.of(LatinWords.features("desa").length, LatinWords.features("a").length))
                .containsExactly(19, 7);
    }

    private static byte[] bytes(LatinModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
