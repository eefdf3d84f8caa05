package org.lintas.dedup.text;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.lintas.record.Draft;
import org.lintas.schemas.Article;
import org.lintas.schemas.Fingerprint;

/**
 * What of a copy decides whether it represents its group.
 *
 * @param publishedAt when it was published, null where that is not known
 * @param completeness how many parts (title, date, address, author, outlet, dateline) it has, 0 to 6
 * @param textLength length of its text in UTF-16 units
 */
public record Copy(
        Instant publishedAt,
        int completeness,
        int textLength,
        String articleId,
        String archiveFile,
        long archiveOffset) {

    /**
     * The policy: earliest published, then most complete, then longest, then smallest id; the place in the archives tells
     * apart what is equal in all of these, the same record read twice. Nothing depends on the order of arrival.
     */
    public static final Comparator<Copy> BEST_FIRST = Comparator.comparing(
                    Copy::publishedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Comparator.comparingInt(Copy::completeness).reversed())
            .thenComparing(Comparator.comparingInt(Copy::textLength).reversed())
            .thenComparing(Copy::articleId)
            .thenComparing(Copy::archiveFile)
            .thenComparingLong(Copy::archiveOffset);

    /** What decides, of an article. */
    public static Copy of(Draft draft) {
        return new Copy(
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

    /** What decided, of an article of an earlier corpus. */
    public static Copy of(Article article) {
        return new Copy(
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

    /** What decided, as the fingerprint of an article keeps it. */
    public static Copy of(Fingerprint fingerprint) {
        return new Copy(
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
}
