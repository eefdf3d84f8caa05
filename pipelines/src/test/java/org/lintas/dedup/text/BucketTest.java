package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketTest {

    @Test
    void smallBucketsPairAllWithAll() {
        List<String> pairs = pairs(5);

        assertThat(pairs).containsExactly("0-1", "0-2", "1-2", "0-3", "1-3", "2-3", "0-4", "1-4", "2-4", "3-4");
    }

    @Test
    void largeBucketsPairWithTheFirstAndTheLast() {
        assertThat(pairs(100))
                .hasSize(6 + 4 + 5 + 6 + 93 * 7)
                .endsWith("0-99", "1-99", "2-99", "3-99", "96-99", "97-99", "98-99");
    }

    private static List<String> pairs(int members) {
        List<String> pairs = new ArrayList<>();
        var bucket = new Bucket<Integer>((better, other) -> pairs.add(better + "-" + other));
        for (int i = 0; i < members; i++) {
            bucket.add(i);
        }
        return pairs;
    }
}
