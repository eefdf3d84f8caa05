package org.lintas.record;

/**
 * Counts for one part of an archive file, or the sum for several parts.
 *
 * @param files archive files whose last part has been read
 * @param bytes bytes read
 * @param records records read
 * @param skipped those of them that were skipped, since they are not documents
 * @param rejects records rejected by any stage
 */
record PartCounts(long files, long bytes, long records, long skipped, long rejects) {

    static final PartCounts NONE = new PartCounts(0, 0, 0, 0, 0);

    /** The sum for two parts. */
    PartCounts plus(PartCounts other) {
        return new PartCounts(
                files + other.files,
                bytes + other.bytes,
                records + other.records,
                skipped + other.skipped,
                rejects + other.rejects);
    }

    /** The larger counts for one part that has been read twice. */
    PartCounts max(PartCounts other) {
        return new PartCounts(
                Math.max(files, other.files),
                Math.max(bytes, other.bytes),
                Math.max(records, other.records),
                Math.max(skipped, other.skipped),
                Math.max(rejects, other.rejects));
    }
}
