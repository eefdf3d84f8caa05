package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lintas.dedup.text.RepresentativeRank;

class PairBatchesTest {

    @Test
    void theTextsOfOneClusterAreInOneBatch() throws IOException {
        var pairs = new ArrayList<byte[]>();
        for (int other = 1; other < 10; other++) {
            for (int better = 0; better < other; better++) {
                pairs.add(pair(7, other, better));
            }
        }

        List<byte[]> batches = batches(pairs);

        assertThat(batches).hasSize(1);
        assertThat(batches.get(0)).hasSize(45 * PairBatches.PAIR);
    }

    /** A large cluster is cut between others; each pair is in one batch, each other text, too. */
    @Test
    void aBatchEnds() throws IOException {
        var pairs = new ArrayList<byte[]>();
        for (int leader = 0; leader < 3; leader++) {
            for (int other = 10; other < 3_000; other++) {
                for (int better = 0; better < 5; better++) {
                    pairs.add(pair(leader, 10_000 * leader + other, 10_000 * leader + better));
                }
            }
        }
        Collections.shuffle(pairs, new Random(3));

        List<byte[]> batches = batches(pairs);

        int all = 3 * 2_990 * 5;
        assertThat(batches).hasSize(3 * (2_990 * 5 / PairBatches.PAIRS + 1));
        assertThat(batches.stream()
                        .mapToInt(batch -> batch.length / PairBatches.PAIR)
                        .sum())
                .isEqualTo(all);
        Map<ByteBuffer, Integer> batchOf = new HashMap<>();
        Set<ByteBuffer> seen = new HashSet<>();
        for (int i = 0; i < batches.size(); i++) {
            byte[] batch = batches.get(i);
            assertThat(batch.length / PairBatches.PAIR).isLessThan(PairBatches.PAIRS + 5);
            for (int offset = 0; offset < batch.length; offset += PairBatches.PAIR) {
                seen.add(ByteBuffer.wrap(batch, offset, PairBatches.PAIR));
                ByteBuffer other = ByteBuffer.wrap(batch, offset, RepresentativeRank.BYTES);
                assertThat(batchOf.merge(other, i, (before, now) -> before.equals(now) ? now : -1))
                        .isEqualTo(i);
            }
        }
        assertThat(seen).hasSize(all);
    }

    private static List<byte[]> batches(List<byte[]> pairs) throws IOException {
        List<byte[]> found = new ArrayList<>();
        var keys = new TreeSet<ByteBuffer>();
        try (var batches = new PairBatches()) {
            for (byte[] pair : pairs) {
                batches.add(pair);
            }
            batches.forEach((key, batch) -> {
                assertThat(keys.add(ByteBuffer.wrap(key))).isTrue();
                found.add(batch);
            });
        }
        return found;
    }

    private static byte[] pair(int leader, int other, int better) {
        return ByteBuffer.allocate(PairBatches.KEYED_PAIR)
                .put(Arrays.copyOf(ByteBuffer.allocate(4).putInt(leader).array(), RepresentativeRank.ID_BYTES))
                .put(rank(other))
                .put(rank(better))
                .array();
    }

    private static byte[] rank(int number) {
        return Arrays.copyOf(ByteBuffer.allocate(4).putInt(number).array(), RepresentativeRank.BYTES);
    }
}
