package org.lintas.topic.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lintas.text.Language;

final class PassageVectorsTest {

    private final TokenVectors tokens = TokenVectors.load();

    @Test
    void passagesThatMeanTheSameAreNearInEveryLanguage() {
        float[] english =
                vector(Language.ENGLISH, "Officers found the passports of forty workers locked in the manager's safe.");

        double same = cosine(
                english,
                vector(
                        Language.INDONESIAN,
                        "Petugas menemukan paspor empat puluh pekerja terkunci di brankas manajer."));
        double other =
                cosine(english, vector(Language.INDONESIAN, "Harga cabai di pasar induk turun karena panen raya."));

        assertThat(same).isGreaterThan(other + 0.25);
    }

    @Test
    void caseDigitsAndSpacesMakeNoDifference() {
        assertThat(vector(Language.ENGLISH, "They  paid 250 DOLLARS"))
                .isEqualTo(vector(Language.ENGLISH, "they paid 917 dollars"));
    }

    @Test
    void foldedTextBeginsWithASpace() {
        assertThat(TokenVectors.fold(" A\n\tb 12 \u1041 ")).isEqualTo(" a b 00 0 ");
    }

    @Test
    void anArticleWithoutTextHasNoPassages() {
        PassageVectors vectors = PassageVectors.of(tokens, Language.ENGLISH, "", "");

        assertThat(vectors.passages()).isEmpty();
        assertThat(PassageScores.of(PassageModel.load(), vectors).opening(0))
                .isNegative()
                .isInfinite();
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        PassageModel model = PassageModel.load();
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);

        float[] vector = vector(Language.THAI, "เจ้าหน้าที่พบกล่องซ่อนใต้พื้นรถ");

        assertThat(PassageModel.read(new ByteArrayInputStream(bytes.toByteArray()))
                        .logOdds(vector))
                .isEqualTo(model.logOdds(vector));
    }

    private float[] vector(Language language, String text) {
        return PassageVectors.of(tokens, language, "", text).opening();
    }

    private static double cosine(float[] a, float[] b) {
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squareA += a[i] * a[i];
            squareB += b[i] * b[i];
        }
        return product / Math.sqrt(squareA * squareB);
    }
}
