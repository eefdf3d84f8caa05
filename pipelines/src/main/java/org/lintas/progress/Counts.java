package org.lintas.progress;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * How far a run is, or the part of it that one process does.
 *
 * @param files archive files read to their end
 * @param bytes bytes of archive files read
 * @param records records read
 * @param rejects records rejected by any stage
 * @param rows rows written
 */
public record Counts(long files, long bytes, long records, long rejects, long rows) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** What two processes have done together. */
    public Counts plus(Counts other) {
        return new Counts(
                files + other.files,
                bytes + other.bytes,
                records + other.records,
                rejects + other.rejects,
                rows + other.rows);
    }

    /** As a line of text. */
    public String line() {
        return LongStream.of(files, bytes, records, rejects, rows)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }

    /**
     * Reads a line of text.
     *
     * @throws IllegalArgumentException if it is none, or not whole
     */
    public static Counts parse(String line) {
        long[] counts =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        if (counts.length != 5) {
            throw new IllegalArgumentException("not five counts: " + line);
        }
        return new Counts(counts[0], counts[1], counts[2], counts[3], counts[4]);
    }
}
