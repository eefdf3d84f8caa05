package org.lintas.record;

/**
 * How far a run is, in numbers; what is done again after a fault counts once.
 *
 * @param files archive files read to their end
 * @param bytes bytes of archive files read
 * @param records records read
 * @param skipped those of them that are no documents
 * @param rejects records rejected by any stage
 * @param signed about how many articles are ready to be compared
 * @param labelled about how many of them are no duplicates and have their labels
 * @param rows rows written
 * @param written those of them that stand for a record: articles, duplicates and rejects
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
