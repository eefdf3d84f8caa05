package org.lintas.lab.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelScoreTest {

    @Test
    void balancesPrecisionAndRecall() {
        var score = new LabelScore();
        score.add(Set.of("a", "b"), Set.of("b", "c", "d"));
        var more = new LabelScore();
        more.add(Set.of("c"), Set.of("c"));
        score.add(more);

        assertThat(score.f1()).isCloseTo(2 * 2.0 / (2 * 2 + 1 + 2), within(1e-9));
        assertThat(score.labelled()).isEqualTo(4);
        assertThat(score).hasToString("0.571 (0.67/0.50)");
    }
}
