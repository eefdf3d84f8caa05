package org.lintas.incident.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTreesTest {

    private static final List<String> FEATURES = List.of("A", "B");

    /** A tree of three leaves and one of two. */
    private static final List<List<String>> ROWS = List.of(
            List.of("START", "0.5"),
            List.of("A", "1", "4"),
            List.of("B", "2", "2"),
            List.of("LEAF", "10"),
            List.of("LEAF", "20"),
            List.of("LEAF", "30"),
            List.of("A", "5", "2"),
            List.of("LEAF", "0"),
            List.of("LEAF", "0.25"));

    private static double odds(double a, double b) {
        return new RegressionTrees(FEATURES, ROWS).odds(new double[] {a, b});
    }

    @Test
    void aValueIsUpToItsBoundOrBeyondIt() {
        assertThat(odds(1, 2)).isEqualTo(10.5);
        assertThat(odds(1, 2.001)).isEqualTo(20.5);
        assertThat(odds(1.001, 2)).isEqualTo(30.5);
        assertThat(odds(5, 9)).isEqualTo(30.5);
        assertThat(odds(5.001, 9)).isCloseTo(30.75, within(1e-12));
    }

    @Test
    void anotherFeatureIsNoTree() {
        List<List<String>> rows = new ArrayList<>(ROWS);
        rows.set(6, List.of("C", "5", "2"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new RegressionTrees(FEATURES, rows))
                .withMessage("unknown feature C");
    }

    @Test
    void aTreeHasNoMoreLeavesThanBits() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            rows.add(List.of("A", "" + -i, "" + (2 * (32 - i))));
        }
        for (int i = 0; i < 33; i++) {
            rows.add(List.of("LEAF", "1"));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> new RegressionTrees(FEATURES, rows))
                .withMessage("a tree of 33 leaves");
    }
}
