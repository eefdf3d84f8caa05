package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Signature;
import org.lintas.record.SealedDraft;
import org.lintas.schemas.Fingerprint;

/**
 * The data by which candidate pairs are found, as bytes of fixed length that sort by content digest, then by rank: 16 bytes of
 * the digest, the {@link RepresentativeRank}, whether the text was merged into another one in an earlier corpus, the {@link
 * Signature}.
 */
final class SignatureRecord {

    static final int DIGEST_BYTES = 16;
    static final int RANK = DIGEST_BYTES;
    static final int BYTES = RANK + RepresentativeRank.BYTES + 1 + Signature.BYTES;

    private static final int MERGED = RANK + RepresentativeRank.BYTES;
    private static final int SIGNATURE = MERGED + 1;

    private SignatureRecord() {}

    /** The record of a new article. */
    static byte[] of(SealedDraft draft) {
        return of(AvroBytes.of(draft.getDigest()), AvroBytes.of(draft.getRank()), draft.getSignature());
    }

    /** The record of a text of an earlier corpus. */
    static byte[] of(Fingerprint earlier) {
        return of(
                digest(earlier.getContentDigest()),
                RepresentativeRank.of(earlier).toBytes(true),
                earlier.getSignature());
    }

    private static byte[] of(byte[] digest, byte[] rank, ByteBuffer signature) {
        ByteBuffer record = ByteBuffer.allocate(BYTES).put(digest).put(rank);
        return signature == null
                ? record.put((byte) 1).array()
                : record.put((byte) 0).put(AvroBytes.of(signature)).array();
    }

    /** The first 16 bytes of a digest in hexadecimal. */
    static byte[] digest(String hex) {
        return HexFormat.of().parseHex(hex, 0, 2 * DIGEST_BYTES);
    }

    /** The first half of a digest, which serves as its hash; the position of the buffer stays. */
    static long digestHash(ByteBuffer digest) {
        return digest.getLong(digest.position());
    }

    /** The part of a hexadecimal digest that {@link #digest} decodes, as a key. */
    static String key(String hex) {
        return hex.substring(0, 2 * DIGEST_BYTES);
    }

    /** The first half of a digest, which serves as its hash. */
    static long digestHash(byte[] digest) {
        return ByteBuffer.wrap(digest).getLong();
    }

    /** The first half of a digest in hexadecimal. */
    static long digestHash(String hex) {
        return Long.parseUnsignedLong(hex, 0, 2 * Long.BYTES, 16);
    }

    /** Whether the text was merged into another one in an earlier corpus. */
    static boolean isMerged(byte[] record) {
        return record[MERGED] != 0;
    }

    static Signature signature(byte[] record) {
        return Signature.of(Arrays.copyOfRange(record, SIGNATURE, BYTES));
    }
}
