package org.lintas.archive.input;

/**
 * A part of a file. A record belongs to the part in which it starts, even if it ends in a later one.
 *
 * @param from offset of the first byte
 * @param to offset after the last byte
 */
public record ByteRange(long from, long to) {

    /** A whole file, whatever its length. */
    public static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);
}
