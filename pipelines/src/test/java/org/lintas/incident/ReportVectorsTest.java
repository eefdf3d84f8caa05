package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.text.Language;
import org.lintas.topic.passage.TokenVectors;

class ReportVectorsTest {

    private static final String BODY =
            "Police searched a warehouse and seized 40 kg of pangolin scales behind sacks of rice.";

    private final ReportVectors vectors = new ReportVectors(TokenVectors.load());

    @ParameterizedTest
    @EnumSource
    void oneEventToldTwiceIsNearerThanAnotherOfItsKind(Meaning part) {
        double[] scales = of(part, Language.ENGLISH, "Pangolin scales seized in a rice warehouse", BODY);
        double[] same = of(
                part,
                Language.ENGLISH,
                "Warehouse hid scales of pangolins",
                "Sacks of rice hid scales of hundreds of pangolins, officers who searched a warehouse said.");
        double[] other = of(
                part,
                Language.ENGLISH,
                "Elephant tusks found at the port",
                "Customs officers found elephant tusks in a container of timber at the port.");

        assertThat(cosine(scales, same)).isGreaterThan(cosine(scales, other) + .1);
    }

    @Test
    void aTextWithoutHeadlineHasTheMeaningOfItsFirstSentence() {
        double[] sentence = of(Meaning.TITLE, Language.ENGLISH, "", BODY + " Nobody was arrested.");

        assertThat(cosine(sentence, of(Meaning.TITLE, Language.ENGLISH, BODY, "")))
                .isGreaterThan(.99);
        assertThat(cosine(sentence, of(Meaning.BEGINNING, Language.ENGLISH, "", BODY + " Nobody was arrested.")))
                .isLessThan(.99);
    }

    @Test
    void whatSaysNothingIsLikeNothing() {
        for (Meaning part : Meaning.values()) {
            assertThat(of(part, Language.ENGLISH, "", " ")).containsOnly(0);
        }
    }

    private double[] of(Meaning part, Language language, String title, String text) {
        float[] centred = MeaningCentres.centred(
                language.code(), part, vectors.of(language, title, text).get(part));
        return IntStream.range(0, centred.length).mapToDouble(i -> centred[i]).toArray();
    }

    private static double cosine(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }
}
