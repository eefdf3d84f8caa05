package org.lintas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctCountTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 1_000, 20_000, 1_000_000})
    void isNearTheTruthHoweverOftenAThingIsSeen(int things) {
        var one = new DistinctCount();
        var other = new DistinctCount();
        for (int i = 0; i < things; i++) {
            String name = "<urn:uuid:" + i + ">";
            (i % 3 == 0 ? one : other).add(name);
            one.add(name);
        }

        // Three standard errors.
        assertThat((double) one.estimate()).isCloseTo(things, within(Math.max(1, things * 0.05)));
        assertThat(one.with(other).estimate()).isEqualTo(one.estimate());
    }
}
