package org.lintas.incident.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lintas.topic.passage.TokenVectors;

class FactModelTest {

    private static final TokenVectors VECTORS = TokenVectors.load();
    private static final int SIZE = FactFeatures.size(VECTORS.dimensions());

    private static FactFeatures features(String sign, String before, String behind) {
        return FactFeatures.of(
                VECTORS, List.of(sign), "", new FactFeatures.Sides(before, behind), FactFeatures.Sides.NONE);
    }

    /** A model whose weights are the features of something: the more alike, the likelier. */
    private static FactModel like(FactFeatures features) {
        var weights = new double[SIZE];
        features.addTo(weights, 1);
        return new FactModel(weights);
    }

    @Test
    void whatStandsBeforeIsNotWhatStandsBehind() {
        FactFeatures raid = features("first", "police raided the house on ", ", an officer said");
        FactModel model = like(raid);

        assertThat(model.probability(raid)).isGreaterThan(.99);
        assertThat(model.probability(features("first", ", an officer said", "police raided the house on ")))
                .isLessThan(model.probability(raid));
        assertThat(new FactModel(new double[SIZE]).probability(raid)).isEqualTo(.5);
    }

    @Test
    void upperCaseDigitsAndSpacesAreAlike() {
        var weights = new double[SIZE];
        features("first", "on 12\tMarch at 8", "").addTo(weights, 1);
        var others = new double[SIZE];
        features("first", "ON 45 MARCH AT 9", "").addTo(others, 1);

        assertThat(Arrays.copyOf(weights, FactFeatures.HASHED)).isEqualTo(Arrays.copyOf(others, FactFeatures.HASHED));
    }

    @Test
    void whatIsWrittenIsReadAlike() throws IOException {
        FactFeatures raid = features("first", "police raided the house on ", ", an officer said");
        FactModel model = like(raid);
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        FactModel read = FactModel.read(new ByteArrayInputStream(bytes.toByteArray()));
        var again = new ByteArrayOutputStream();
        read.write(again);

        FactFeatures other = features("last", "the court sat on ", " and adjourned");
        assertThat(read.probability(other)).isCloseTo(model.probability(other), within(.02));
        assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
    }

    @Test
    void whatStandsFurtherAwayTellsItsSide() {
        var near = new FactFeatures.Sides("on ", " they");
        FactFeatures seizure = FactFeatures.of(
                VECTORS, List.of("only"), "", near, new FactFeatures.Sides("seized at the port", "an officer said"));
        FactFeatures turned = FactFeatures.of(
                VECTORS, List.of("only"), "", near, new FactFeatures.Sides("an officer said", "seized at the port"));
        FactFeatures alone = FactFeatures.of(VECTORS, List.of("only"), "", near, FactFeatures.Sides.NONE);
        FactModel model = like(seizure);

        assertThat(model.odds(seizure)).isGreaterThan(model.odds(turned)).isGreaterThan(model.odds(alone));
    }

    @Test
    void anIncompleteModelIsNoModel() {
        var bytes = new ByteArrayInputStream(new byte[] {0, 2, 2, 0, 0});
        assertThatThrownBy(() -> FactModel.read(bytes)).isInstanceOf(EOFException.class);
    }
}
