package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrequenciesTest {

    private static final int LARGEST_BLOCK = 1 << 16;

    @Test
    void blocksOfSeveralTablesAreWhatOneTableCounts() {
        var one = new KeyCounts();
        var other = new KeyCounts();
        Frequencies.addTo(one, List.of(1L << 50, 2L << 50), OptionalInt.of(3), false);
        Frequencies.addTo(other, List.of(2L << 50), OptionalInt.of(30), true);
        Frequencies.addTo(other, List.of(2L << 50), OptionalInt.empty(), false);
        var united = new KeyCounts();
        one.forEachBlock(1, (range, block) -> united.addBlock(block));
        other.forEachBlock(1, (range, block) -> united.addBlock(block));

        var frequencies = new Frequencies(blocks(united, 2));

        assertThat(frequencies.reports()).isEqualTo(3);
        assertThat(frequencies.count(1L << 50)).isEqualTo(1);
        assertThat(frequencies.count(2L << 50)).isEqualTo(3);
        assertThat(frequencies.parts(2L << 50)).isEqualTo(2);
        assertThat(frequencies.isNew(2L << 50)).isTrue();
        assertThat(frequencies.isNew(1L << 50)).isFalse();
    }

    /** A table of fixed size took nearly all keys of a large corpus for those of many reports. */
    @Test
    void countsAreExactHoweverManyKeysThereAre() {
        var counts = new KeyCounts();
        long[] keys = new SplittableRandom(1).longs(3_000_000).toArray();
        for (int i = 0; i < keys.length; i++) {
            counts.add(keys[i], i % 3 == 0 ? 2 : 1, 1);
        }
        var frequencies = new Frequencies(blocks(counts, 2));

        for (int i = 0; i < keys.length; i++) {
            assertThat(frequencies.count(keys[i])).isEqualTo(i % 3 == 0 ? 2 : 1);
        }
    }

    /** Else a run on many articles fails: a runner may hold a record in a part of its memory for sorting. */
    @Test
    void blocksAreSmallAndOfOneRange() {
        var counts = new KeyCounts();
        LongStream keys = new SplittableRandom(1).longs(1_000_000);
        keys.forEach(key -> counts.add(key, 1, 1));
        Set<Long> seen = new HashSet<>();

        counts.forEachBlock(1, (range, block) -> {
            assertThat(block.length).isLessThan(LARGEST_BLOCK);
            KeyCounts.forEachEntry(block, (key, count, parts) -> {
                assertThat(key >>> 52).isEqualTo((long) range);
                seen.add(key);
            });
        });
        assertThat(seen).hasSize(1_000_000);
    }

    @Test
    void keysOfTheFewestReportsGiveWayWhereThereIsNoRoom() {
        var counts = new KeyCounts();
        for (int i = 1; i <= 100; i++) {
            counts.add((long) i << 40, i, 0);
        }
        assertThat(counts.least(200)).isEqualTo(2);
        assertThat(counts.least(99)).isEqualTo(2);
        assertThat(counts.least(98)).isEqualTo(3);
        assertThat(counts.least(60)).isEqualTo(41);
        assertThat(counts.least(0)).isGreaterThan(100);
        var frequencies = new Frequencies(blocks(counts, counts.least(60)));

        for (int i = 1; i <= 100; i++) {
            assertThat(frequencies.count((long) i << 40)).isEqualTo(i > 40 ? i : 1);
        }
    }

    private static List<byte[]> blocks(KeyCounts counts, int least) {
        List<byte[]> blocks = new ArrayList<>();
        counts.forEachBlock(least, (range, block) -> blocks.add(block));
        return blocks;
    }
}
