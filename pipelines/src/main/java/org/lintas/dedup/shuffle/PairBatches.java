package org.lintas.dedup.shuffle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.BiConsumer;
import org.lintas.dedup.text.RepresentativeRank;

/**
 * Batches of candidate pairs whose texts are compared on one worker, so that a text is sent there once, however many pairs it
 * is in. A batch holds the pairs of one leader: most texts of a cluster have the same leader, since it is the best text that
 * each of them is paired with. All pairs of an other text are in one batch, and a batch ends with the first other text past
 * {@value #PAIRS} pairs.
 */
final class PairBatches implements AutoCloseable {

    /** Bytes of a pair: the {@link RepresentativeRank} of the other text, then that of the better one. */
    static final int PAIR = 2 * RepresentativeRank.BYTES;

    /** Bytes of a pair, preceded by the id of its leader. */
    static final int KEYED_PAIR = RepresentativeRank.ID_BYTES + PAIR;

    /** Pairs after which a batch ends; the last other text of it may have {@code 7 * (BANDS + NUMBER_BANDS)} more. */
    static final int PAIRS = 2_048;

    private final RecordSorter sorter = new RecordSorter(KEYED_PAIR);

    /** Adds pairs, each preceded by the id of its leader. */
    void add(byte[] pairs) throws IOException {
        sorter.add(pairs);
    }

    /** Passes the key and the pairs of each batch to a consumer; the pairs are sorted by other text, then by better text. */
    void forEach(BiConsumer<byte[], byte[]> batches) throws IOException {
        byte[] previous = null;
        int number = 0;
        var pairs = new ByteArrayOutputStream();
        for (Iterator<byte[]> sorted = sorter.sorted(); sorted.hasNext(); ) {
            byte[] pair = sorted.next();
            boolean isOfAnother = previous != null && !agree(previous, pair, RepresentativeRank.ID_BYTES);
            boolean isFull =
                    pairs.size() >= PAIRS * PAIR && !agree(previous, pair, KEYED_PAIR - RepresentativeRank.BYTES);
            if (isOfAnother || isFull) {
                batches.accept(key(previous, number), pairs.toByteArray());
                pairs.reset();
                number = isOfAnother ? 0 : number + 1;
            }
            pairs.write(pair, RepresentativeRank.ID_BYTES, PAIR);
            previous = pair;
        }
        if (previous != null) {
            batches.accept(key(previous, number), pairs.toByteArray());
        }
    }

    private static boolean agree(byte[] one, byte[] other, int bytes) {
        return Arrays.equals(one, 0, bytes, other, 0, bytes);
    }

    private static byte[] key(byte[] pair, int number) {
        return ByteBuffer.allocate(RepresentativeRank.ID_BYTES + Integer.BYTES)
                .put(pair, 0, RepresentativeRank.ID_BYTES)
                .putInt(number)
                .array();
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
