package org.lintas.dedup.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClustersTest {

    @Test
    void chainsAreBroken() {
        assertThat(representatives(5, List.of(Clusters.pair(0, 1), Clusters.pair(2, 1), Clusters.pair(3, 2))))
                .containsExactly(0, 0, 2, 2, 4);
    }

    @Test
    void membersGoToTheBestRepresentative() {
        assertThat(representatives(3, List.of(Clusters.pair(2, 1), Clusters.pair(2, 0))))
                .containsExactly(0, 1, 0);
    }

    /**
     * On random graphs, in any order of the pairs: the result is the same, no two representatives are adjacent, and each
     * member is adjacent to its representative.
     */
    @Test
    void starsInAnyOrder() {
        var random = new Random(7);
        for (int round = 0; round < 100; round++) {
            int texts = 2 + random.nextInt(60);
            Set<Long> pairs = new HashSet<>();
            for (int i = 0; i < texts * 2; i++) {
                int one = random.nextInt(texts);
                int other = random.nextInt(texts);
                if (one != other) {
                    pairs.add(Clusters.pair(one, other));
                }
            }
            List<Long> shuffled = new ArrayList<>(pairs);
            List<Integer> answer = representatives(texts, shuffled);
            Collections.shuffle(shuffled, random);
            shuffled.addAll(pairs);

            assertThat(representatives(texts, shuffled)).isEqualTo(answer);
            for (int i = 0; i < texts; i++) {
                int representative = answer.get(i);
                assertThat(answer.get(representative)).isEqualTo(representative);
                assertThat(representative == i || pairs.contains(Clusters.pair(i, representative)))
                        .isTrue();
                for (int better = 0; better < representative; better++) {
                    assertThat(answer.get(better) == better && pairs.contains(Clusters.pair(better, i)))
                            .isFalse();
                }
            }
        }
    }

    private static List<Integer> representatives(int texts, List<Long> pairs) {
        Clusters clusters =
                Clusters.of(texts, pairs.stream().mapToLong(Long::longValue).toArray());
        return IntStream.range(0, texts).mapToObj(clusters::representative).toList();
    }
}
