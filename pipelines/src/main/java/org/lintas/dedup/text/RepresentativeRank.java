package org.lintas.dedup.text;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.lintas.record.Draft;
import org.lintas.schemas.Article;
import org.lintas.schemas.Fingerprint;

/**
 * The rank of an article among duplicates: the best one represents its cluster. This class holds the whole policy, as a comparator
 * ({@link #BEST_FIRST}) and as bytes that sort in the same order ({@link #toBytes}).
 *
 * @param publishedAt publication date, null if unknown
 * @param completeness how many parts (title, date, address, author, outlet, dateline) it has, 0 to 6
 * @param textLength length of its text in UTF-16 units
 */
public record RepresentativeRank(
        Instant publishedAt,
        int completeness,
        int textLength,
        String articleId,
        String archiveFile,
        long archiveOffset) {

    /** Order by the position in the archives: the tie-break between two reads of the same record. */
    public static final Comparator<RepresentativeRank> ARCHIVE_ORDER =
            Comparator.comparing(RepresentativeRank::archiveFile).thenComparingLong(RepresentativeRank::archiveOffset);

    /**
     * The policy: earliest published, then most complete, then longest, then smallest id, then {@link #ARCHIVE_ORDER}. Nothing depends
     * on the order of arrival.
     */
    public static final Comparator<RepresentativeRank> BEST_FIRST = Comparator.comparing(
                    RepresentativeRank::publishedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(
                    Comparator.comparingInt(RepresentativeRank::completeness).reversed())
            .thenComparing(
                    Comparator.comparingInt(RepresentativeRank::textLength).reversed())
            .thenComparing(RepresentativeRank::articleId)
            .thenComparing(ARCHIVE_ORDER);

    /** Length of {@link #toBytes}. */
    public static final int BYTES = 27;

    /** Length of {@link #id}. */
    public static final int ID_BYTES = 16;

    private static final int ID_FROM = 11;

    /** Added to times so that none of the years -240 to 4200 is negative; unknown times sort last. */
    private static final long TIME_SHIFT = 1L << 46;

    private static final long TIME_UNKNOWN = (1L << 47) - 1;
    private static final long NEW = 1L << 47;

    /** The rank of a new article. */
    public static RepresentativeRank of(Draft draft) {
        return new RepresentativeRank(
                draft.getPublishedAt(),
                count(
                        draft.getTitle(),
                        draft.getPublishedAt(),
                        draft.getUrl(),
                        draft.getAuthor(),
                        draft.getSource(),
                        draft.getDateline()),
                draft.getText().length(),
                draft.getArticleId(),
                draft.getArchiveFile(),
                draft.getArchiveOffset());
    }

    /** The rank of an article of an earlier corpus. */
    public static RepresentativeRank of(Article article) {
        return new RepresentativeRank(
                article.getPublishedAt(),
                count(
                        article.getTitle(),
                        article.getPublishedAt(),
                        article.getUrl(),
                        article.getAuthor(),
                        article.getSource(),
                        article.getDateline()),
                article.getText().length(),
                article.getArticleId(),
                article.getArchiveFile(),
                article.getArchiveOffset());
    }

    /** The rank of an article of an earlier corpus, from its fingerprint. */
    public static RepresentativeRank of(Fingerprint fingerprint) {
        return new RepresentativeRank(
                fingerprint.getPublishedAt(),
                fingerprint.getCompleteness(),
                fingerprint.getTextLength(),
                fingerprint.getRepresentativeId(),
                "",
                0);
    }

    private static int count(Object... parts) {
        return (int) Stream.of(parts).filter(Objects::nonNull).count();
    }

    /**
     * The rank as bytes that sort (unsigned, lexicographically) as {@link #BEST_FIRST} does, without the archive order, and with articles
     * of an earlier corpus first: one bit for new, 47 bits of the publication date in milliseconds, completeness, length, article id.
     * Articles with different content digests never have equal bytes, since the id depends on the digest.
     *
     * @param isEarlier whether the article is in an earlier corpus, whose representatives stay
     */
    public byte[] toBytes(boolean isEarlier) {
        long time = publishedAt == null
                ? TIME_UNKNOWN
                : Math.max(0, Math.min(TIME_UNKNOWN - 1, publishedAt.toEpochMilli() + TIME_SHIFT));
        long first = (isEarlier ? 0 : NEW) | time;
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putShort((short) (first >>> 32)).putInt((int) first);
        bytes.put((byte) (Byte.MAX_VALUE - completeness));
        bytes.putInt(Integer.MAX_VALUE - textLength);
        bytes.put(HexFormat.of().parseHex(articleId), 0, ID_BYTES);
        return bytes.array();
    }

    /** Whether a rank as bytes is that of an article of an earlier corpus. */
    public static boolean isEarlier(byte[] rank) {
        return rank[0] >= 0;
    }

    /** The article id in a rank as bytes. */
    public static byte[] id(byte[] rank) {
        return Arrays.copyOfRange(rank, ID_FROM, BYTES);
    }

    /** The first half of the article id in a rank as bytes; it is uniformly distributed, as a hash is. */
    public static long idHash(byte[] rank) {
        return ByteBuffer.wrap(rank).getLong(ID_FROM);
    }

    /** The first half of an article id of 32 hexadecimal digits. */
    public static long idHash(String articleId) {
        return Long.parseUnsignedLong(articleId, 0, Long.BYTES * 2, 16);
    }
}
