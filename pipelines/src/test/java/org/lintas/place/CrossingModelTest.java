package org.lintas.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lintas.text.Language;

class CrossingModelTest {

    private static final CrossingFeatures FEATURES = features("smuggled across the river");

    private static CrossingFeatures features(String text) {
        return new CrossingFeatures(
                Map.of(BorderSigns.Sign.FOREIGN, 2.0),
                new CrimeReport(
                        Language.ENGLISH,
                        text,
                        0,
                        List.of(),
                        List.of("drug_trafficking"),
                        Optional.empty(),
                        List.of(),
                        ""));
    }

    private static byte[] written(CrossingModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }

    @Test
    void aModelIsReadAsItWasWrittenButForTheRoundingOfLetters() throws IOException {
        var weights = new double[CrossingFeatures.SIZE];
        FEATURES.addTo(weights, .3);
        var model = new CrossingModel(weights);

        byte[] bytes = written(model);
        CrossingModel read = CrossingModel.read(new ByteArrayInputStream(bytes));

        assertThat(read.probability(FEATURES)).isCloseTo(model.probability(FEATURES), within(.01));
        assertThat(written(read)).isEqualTo(bytes);
        assertThat(model.probability(FEATURES)).isGreaterThan(model.probability(features("a quiet day in town")));
    }

    @Test
    void withoutWeightsNothingIsKnown() {
        assertThat(new CrossingModel(new double[CrossingFeatures.SIZE]).probability(FEATURES))
                .isEqualTo(.5);
    }

    @Test
    void lettersAfterTheOpeningDoNotCount() {
        var weights = new double[CrossingFeatures.SIZE];
        String opening = "x".repeat(800);
        features(opening + " beyond").addTo(weights, 1);

        assertThat(features(opening + " elsewhere").sum(weights))
                .isEqualTo(features(opening + " beyond").sum(weights));
    }

    @Test
    void aModelOfOtherSignsIsRefused() throws IOException {
        byte[] bytes = written(new CrossingModel(new double[CrossingFeatures.SIZE]));
        bytes[4] = 'X';

        assertThatThrownBy(() -> CrossingModel.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("train it again with TrainCrossingModel");
    }

    @Test
    void weightsOfOtherFeaturesAreRefused() {
        assertThatThrownBy(() -> new CrossingModel(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 weights");
    }
}
