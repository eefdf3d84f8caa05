package org.lintas.dedup.shuffle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.function.Consumer;
import org.lintas.dedup.text.Clusters;
import org.lintas.dedup.text.RepresentativeRank;

/**
 * {@link Clusters} for any number of edges, which are {@link VerifiedPair}s: the same result, from edges that are sorted on
 * disk. Two sorts, one for each end of an edge, replace the ranks of articles by dense numbers; the edges are then read once in
 * the order of these numbers, with one bit in memory for each article that has an edge. This single pass decides everything;
 * there is no iteration that might not converge.
 */
final class StarClusters implements AutoCloseable {

    private static final int BETTER_RANKED = RepresentativeRank.BYTES + Integer.BYTES + VerifiedPair.PAYLOAD_BYTES;
    private static final int RANKED = 2 * Integer.BYTES + VerifiedPair.PAYLOAD_BYTES;

    private final RecordSorter byBetter = new RecordSorter(VerifiedPair.BYTES);

    /** Adds the edges of a block. */
    void add(byte[] edges) throws IOException {
        for (int offset = 0; offset < edges.length; offset += VerifiedPair.BYTES) {
            byBetter.add(edges, offset);
            byBetter.add(
                    mark(
                            Arrays.copyOfRange(edges, offset + VerifiedPair.OTHER, offset + VerifiedPair.PAYLOAD),
                            VerifiedPair.BYTES),
                    0);
        }
    }

    /** Passes each member to a consumer once. */
    void forEachMember(Consumer<VerifiedPair.Member> consumer) throws IOException {
        try (var byOther = new RecordSorter(BETTER_RANKED);
                var byRank = new RecordSorter(RANKED)) {
            rankBetter(byOther);
            rankOther(byOther, byRank);
            var members = new BitSet();
            for (Iterator<byte[]> edges = byRank.sorted(); edges.hasNext(); ) {
                ByteBuffer edge = ByteBuffer.wrap(edges.next());
                int better = edge.getInt();
                int other = edge.getInt();
                if (!members.get(better) && !members.get(other)) {
                    members.set(other);
                    consumer.accept(VerifiedPair.Member.of(AvroBytes.of(edge)));
                }
            }
        }
    }

    private void rankBetter(RecordSorter byOther) throws IOException {
        var ranks = new Ranks();
        for (Iterator<byte[]> edges = byBetter.sorted(); edges.hasNext(); ) {
            byte[] edge = edges.next();
            int rank = ranks.next(edge);
            if (isMark(edge, VerifiedPair.BYTES)) {
                continue;
            }
            byte[] ranked = ByteBuffer.allocate(BETTER_RANKED)
                    .put(edge, VerifiedPair.OTHER, RepresentativeRank.BYTES)
                    .putInt(rank)
                    .put(edge, VerifiedPair.PAYLOAD, VerifiedPair.PAYLOAD_BYTES)
                    .array();
            byOther.add(ranked, 0);
            byOther.add(mark(edge, BETTER_RANKED), 0);
        }
    }

    private static void rankOther(RecordSorter byOther, RecordSorter byRank) throws IOException {
        var ranks = new Ranks();
        for (Iterator<byte[]> edges = byOther.sorted(); edges.hasNext(); ) {
            byte[] edge = edges.next();
            int rank = ranks.next(edge);
            if (isMark(edge, BETTER_RANKED)) {
                continue;
            }
            byte[] ranked = ByteBuffer.allocate(RANKED)
                    .put(edge, RepresentativeRank.BYTES, Integer.BYTES)
                    .putInt(rank)
                    .put(edge, RepresentativeRank.BYTES + Integer.BYTES, VerifiedPair.PAYLOAD_BYTES)
                    .array();
            byRank.add(ranked, 0);
        }
    }

    /** A record without an edge, so that an article is numbered whichever end of an edge it is. */
    private static byte[] mark(byte[] rank, int width) {
        return Arrays.copyOf(Arrays.copyOf(rank, RepresentativeRank.BYTES), width);
    }

    /** Whether a record has no edge, that is no relation. */
    private static boolean isMark(byte[] record, int width) {
        return record[width - 2 * Double.BYTES - 1] == 0;
    }

    /** Numbers the articles of records that are sorted by article. */
    private static final class Ranks {
        private byte[] previous;
        private int rank = -1;

        int next(byte[] record) {
            if (previous == null
                    || !Arrays.equals(previous, 0, RepresentativeRank.BYTES, record, 0, RepresentativeRank.BYTES)) {
                rank = Math.addExact(rank, 1);
            }
            previous = record;
            return rank;
        }
    }

    @Override
    public void close() throws IOException {
        byBetter.close();
    }
}
