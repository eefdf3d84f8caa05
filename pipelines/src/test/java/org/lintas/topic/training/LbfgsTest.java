package org.lintas.topic.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {

    @Test
    void findsTheLeastOfABowlThatIsMuchSteeperOneWay() {
        double[] least = Lbfgs.minimum(
                (at, gradient) -> {
                    gradient[0] = 200 * (at[0] - 3);
                    gradient[1] = 2 * (at[1] + 1);
                    return 1 + 100 * Math.pow(at[0] - 3, 2) + Math.pow(at[1] + 1, 2);
                },
                new double[2]);

        assertThat(least[0]).isCloseTo(3, within(.01));
        assertThat(least[1]).isCloseTo(-1, within(.02));
    }

    @Test
    void staysWhereItIsLeast() {
        assertThat(Lbfgs.minimum((at, gradient) -> 5, new double[] {7})).containsExactly(7);
    }
}
