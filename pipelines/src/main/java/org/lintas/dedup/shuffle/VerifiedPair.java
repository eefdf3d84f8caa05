package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.schemas.DuplicateRelation;

/**
 * A verified pair as bytes of fixed length that sort by the better article: the {@link RepresentativeRank} of both, then the
 * payload: 16 bytes of the digest of both, relation, similarity, containment.
 */
final class VerifiedPair {

    static final int OTHER = RepresentativeRank.BYTES;
    static final int PAYLOAD = 2 * RepresentativeRank.BYTES;
    static final int PAYLOAD_BYTES = 2 * SignatureRecord.DIGEST_BYTES + 1 + 2 * Double.BYTES;
    static final int BYTES = PAYLOAD + PAYLOAD_BYTES;

    private VerifiedPair() {}

    static byte[] of(
            byte[] better,
            byte[] other,
            byte[] betterDigest,
            byte[] otherDigest,
            DuplicateRelation relation,
            double similarity,
            double containment) {
        return ByteBuffer.allocate(BYTES)
                .put(better)
                .put(other)
                .put(betterDigest)
                .put(otherDigest)
                .put((byte) relation.name().charAt(0))
                .putDouble(similarity)
                .putDouble(containment)
                .array();
    }

    /**
     * A member of a cluster, from the payload of the pair with its representative.
     *
     * @param digest of the member, its first 16 bytes
     * @param representativeDigest of its representative
     */
    record Member(
            ByteBuffer digest,
            ByteBuffer representativeDigest,
            DuplicateRelation relation,
            double similarity,
            double containment) {

        static Member of(byte[] payload) {
            int relation = 2 * SignatureRecord.DIGEST_BYTES;
            ByteBuffer bytes = ByteBuffer.wrap(payload);
            return new Member(
                    ByteBuffer.wrap(Arrays.copyOfRange(payload, SignatureRecord.DIGEST_BYTES, relation)),
                    ByteBuffer.wrap(Arrays.copyOf(payload, SignatureRecord.DIGEST_BYTES)),
                    relation(bytes.get(relation)),
                    bytes.getDouble(relation + 1),
                    bytes.getDouble(relation + 1 + Double.BYTES));
        }

        private static DuplicateRelation relation(byte initial) {
            return Stream.of(DuplicateRelation.values())
                    .filter(relation -> relation.name().charAt(0) == initial)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
