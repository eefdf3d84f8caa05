package org.lintas.record;

/**
 * Totals of the progress of a run; work that is retried after a fault counts once.
 *
 * @param files archive files read to their end
 * @param bytes bytes of archive files read
 * @param records records read
 * @param skipped those of them that were skipped, since they are not documents
 * @param rejects records rejected by any stage
 * @param signed estimated number of articles whose signatures have been computed
 * @param labelled estimated number of articles that are not duplicates and have been labelled
 * @param rows rows written
 * @param written those of them that represent an input record: articles, duplicates and rejects
 */
public record Counts(
        long files,
        long bytes,
        long records,
        long skipped,
        long rejects,
        long signed,
        long labelled,
        long rows,
        long written) {}
