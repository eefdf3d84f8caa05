package org.lintas.record;

/**
 * How far the reading of a part of an archive file is, or of several together.
 *
 * @param files archive files whose last part has been read
 * @param bytes bytes read
 * @param records records read
 * @param skipped those of them that are no documents
 * @param rejects records rejected by any stage
 */
record PartCounts(long files, long bytes, long records, long skipped, long rejects) {

    static final PartCounts NONE = new PartCounts(0, 0, 0, 0, 0);

    /** Of two parts. */
    PartCounts plus(PartCounts other) {
        return new PartCounts(
                files + other.files,
                bytes + other.bytes,
                records + other.records,
                skipped + other.skipped,
                rejects + other.rejects);
    }

    /** Of one part that has been read twice: as far as the farther reader came. */
    PartCounts or(PartCounts other) {
        return new PartCounts(
                Math.max(files, other.files),
                Math.max(bytes, other.bytes),
                Math.max(records, other.records),
                Math.max(skipped, other.skipped),
                Math.max(rejects, other.rejects));
    }
}
