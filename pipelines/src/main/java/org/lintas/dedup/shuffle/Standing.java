package org.lintas.dedup.shuffle;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.lintas.dedup.text.Copy;

/**
 * Where a text stands in the order of representatives, as bytes that sort (unsigned, lexicographically) as {@link Copy#BEST_FIRST}
 * does, texts of an earlier corpus first: one bit for new, 47 of the time of publication in milliseconds, the completeness, the
 * length, the article's id. Texts with different content digests never stand equal, since the id depends on the digest.
 */
final class Standing {

    static final int BYTES = 27;

    private static final int ID_FROM = 11;
    static final int ID_BYTES = 16;

    /** Times are shifted by this so that none of the years -240 to 4200 is negative; what is not known comes last. */
    private static final long TIME_SHIFT = 1L << 46;

    private static final long TIME_UNKNOWN = (1L << 47) - 1;
    private static final long NEW = 1L << 47;

    private Standing() {}

    /**
     * The bytes.
     *
     * @param isEarlier whether the text is of an earlier corpus, whose representatives stay
     */
    static byte[] of(Copy copy, boolean isEarlier) {
        long time = copy.publishedAt() == null
                ? TIME_UNKNOWN
                : Math.max(0, Math.min(TIME_UNKNOWN - 1, copy.publishedAt().toEpochMilli() + TIME_SHIFT));
        long first = (isEarlier ? 0 : NEW) | time;
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putShort((short) (first >>> 32)).putInt((int) first);
        bytes.put((byte) (Byte.MAX_VALUE - copy.completeness()));
        bytes.putInt(Integer.MAX_VALUE - copy.textLength());
        bytes.put(HexFormat.of().parseHex(copy.articleId()), 0, ID_BYTES);
        return bytes.array();
    }

    /** Whether the text is of an earlier corpus. */
    static boolean isEarlier(byte[] standing) {
        return standing[0] >= 0;
    }

    /** The article's id, 16 bytes. */
    static byte[] id(byte[] standing) {
        return Arrays.copyOfRange(standing, ID_FROM, BYTES);
    }

    /** The first half of the article's id: as good as a hash of it. */
    static long idHash(byte[] standing) {
        return ByteBuffer.wrap(standing).getLong(ID_FROM);
    }

    /** The first half of an article's id as it is written, 32 hexadecimal digits. */
    static long idHash(String articleId) {
        return Long.parseUnsignedLong(articleId, 0, Long.BYTES * 2, 16);
    }
}
