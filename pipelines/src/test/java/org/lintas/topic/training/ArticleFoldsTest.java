package org.lintas.topic.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticleFoldsTest {

    private static Map<String, Integer> folds(int from, int step) {
        var folds = new ArticleFolds();
        for (int i = 0, n = from; i < 100; i++, n += step) {
            String id = String.format("%032x", n * 0x9E3779B97F4A7C15L);
            folds.add(
                    id,
                    "Story " + n / 2 + " begins here, and goes on for more than eighty characters, told by outlet "
                            + n % 2);
            if (n % 10 == 0 || n % 10 == 5) {
                folds.together(id, "incident " + n / 10);
            }
        }
        return folds.folds();
    }

    @Test
    void articlesThatTellTheSameAreHeldOutTogether() {
        Map<String, Integer> folds = folds(0, 1);
        int[] byNumber = IntStream.range(0, 100)
                .map(n -> folds.get(String.format("%032x", n * 0x9E3779B97F4A7C15L)))
                .toArray();

        for (int n = 0; n < 100; n += 2) {
            assertThat(byNumber[n + 1]).isEqualTo(byNumber[n]);
        }
        for (int n = 0; n < 100; n += 10) {
            assertThat(byNumber[n + 5]).isEqualTo(byNumber[n]);
        }
        assertThat(folds.values().stream().collect(Collectors.toSet())).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    @Test
    void theOrderDoesNotMatter() {
        assertThat(folds(99, -1)).isEqualTo(folds(0, 1));
    }
}
