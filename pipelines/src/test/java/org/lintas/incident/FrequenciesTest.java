package org.lintas.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrequenciesTest {

    private static final int LARGEST_PIECE = 1 << 16;

    @Test
    void piecesOfSeveralTablesAreWhatOneTableCounts() {
        var one = new Frequencies();
        var other = new Frequencies();
        one.add(List.of(1L << 50, 2L << 50), OptionalInt.of(3), false);
        other.add(List.of(2L << 50), OptionalInt.of(30), true);
        other.add(List.of(2L << 50), OptionalInt.empty(), false);
        Map<Integer, byte[]> pieces = new TreeMap<>();
        one.forEachPiece((number, piece) -> pieces.merge(number, piece, Frequencies::merge));
        other.forEachPiece((number, piece) -> pieces.merge(number, piece, Frequencies::merge));

        Frequencies united = Frequencies.of(pieces);

        assertThat(united.reports()).isEqualTo(3);
        assertThat(united.count(1L << 50)).isEqualTo(1);
        assertThat(united.count(2L << 50)).isEqualTo(3);
        assertThat(united.count(3L << 50)).isZero();
        assertThat(united.parts(2L << 50)).isEqualTo(2);
        assertThat(united.isNew(2L << 50)).isTrue();
        assertThat(united.isNew(1L << 50)).isFalse();
    }

    /** Else a run on many articles fails: Flink's combine holds a record in a part of its memory for sorting. */
    @Test
    void piecesAreSmallHoweverManyKeysThereAre() {
        var full = new Frequencies();
        full.add(
                LongStream.generate(new SplittableRandom(1)::nextLong)
                        .limit(5_000_000)
                        .boxed()
                        .toList(),
                OptionalInt.of(1),
                true);
        Map<Integer, byte[]> pieces = new TreeMap<>();
        full.forEachPiece(pieces::put);

        assertThat(pieces).hasSizeGreaterThan(200);
        assertThat(pieces.values())
                .allMatch(piece -> piece.length < LARGEST_PIECE)
                .anyMatch(piece -> piece.length > LARGEST_PIECE / 2);
    }
}
