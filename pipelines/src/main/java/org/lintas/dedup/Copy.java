package org.lintas.dedup;

import java.time.Instant;
import java.util.Comparator;
import org.lintas.element.Draft;

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
        int completeness = 0;
        for (Object part : new Object[] {
            draft.getTitle(),
            draft.getPublishedAt(),
            draft.getUrl(),
            draft.getAuthor(),
            draft.getSource(),
            draft.getDateline()
        }) {
            completeness += part == null ? 0 : 1;
        }
        return new Copy(
                draft.getPublishedAt(),
                completeness,
                draft.getText().length(),
                draft.getArticleId(),
                draft.getArchiveFile(),
                draft.getArchiveOffset());
    }
}
