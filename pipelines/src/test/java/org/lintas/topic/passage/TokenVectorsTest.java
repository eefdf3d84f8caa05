package org.lintas.topic.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TokenVectorsTest {

    private final TokenVectors vectors = TokenVectors.load();

    @Test
    void tokensWithoutWeightCountNothing() {
        var weights = new float[vectors.size()];
        Arrays.fill(weights, 1);
        for (int token : vectors.tokens("police")) {
            weights[token] = 0;
        }

        assertThat(vectors.weighted(weights).encode("police seized rice")).isEqualTo(vectors.encode("seized rice"));
    }

    @Test
    void weightsOfAnotherTableAreRefused() {
        assertThatThrownBy(() -> vectors.weighted(new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 weights for " + vectors.size() + " tokens");
    }
}
