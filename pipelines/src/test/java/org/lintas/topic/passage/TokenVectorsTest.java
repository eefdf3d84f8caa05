package org.lintas.topic.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    @Test
    void tablesThatRememberWordsTogetherEncodeAsIfAlone() {
        var ones = new float[vectors.size()];
        Arrays.fill(ones, 1);
        TokenVectors weighted = vectors.weighted(ones);
        for (int i = 0; i < 20_000; i++) {
            String passage = "word" + i + " and the police of an unpronounceablylongvillagename" + i % 7;
            float[] expected = i % 100 == 0 ? TokenVectors.load().encode(passage) : weighted.encode(passage);
            assertThat(vectors.encode(passage)).isEqualTo(expected);
        }
    }

    @Test
    void rowsAreReadAsTheyWereWritten() throws IOException {
        var bytes = new ByteArrayOutputStream();
        vectors.writeRows(vectors.rows(), bytes);

        TokenVectors read = vectors.readRows(new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(read.encode("police seized rice")).isEqualTo(vectors.encode("police seized rice"));
        assertThatThrownBy(() -> vectors.writeRows(new float[5], bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 numbers");
    }
}
