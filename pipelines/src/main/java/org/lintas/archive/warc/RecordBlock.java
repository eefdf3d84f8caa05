package org.lintas.archive.warc;

import java.io.InputStream;
import java.util.Optional;

/**
 * The block of a record, with the length in its header. Pages may contain whole records, and lengths may be wrong. So a
 * record that starts within the block is content, if the digest of the block matches or the block ends at a valid end
 * of a record. It is the next record, if the digest, or the length of the HTTP message, shows that the block ends
 * before it.
 */
final class RecordBlock extends InputStream {

    /** How to treat a record that starts within the length of another. */
    enum EmbeddedRecord {
        CONTENT,
        RECORD,
        /** Decided by the digest, the HTTP message and the bytes after the block. */
        EITHER
    }

    private static final long NOT_COMPUTED = -2;

    /** Maximum number of bytes at the start of a block that are parsed as the head of an HTTP message. */
    private static final int MAX_HEAD = 16 << 10;

    private final RecordInput in;
    private final boolean isArc;
    private final EmbeddedRecord embedded;
    private final Optional<BlockDigest> digest;
    private final byte[] head;
    private final long length;
    private final TrailingLineEnds last = new TrailingLineEnds();
    private long remaining;
    private boolean cut;
    private long innerStart = -1;
    private long declaredEnd = NOT_COMPUTED;

    /**
     * Creates the block after a header.
     *
     * @param embedded how to treat a record that starts within the length
     */
    RecordBlock(RecordInput in, RecordHeader header, EmbeddedRecord embedded) {
        this.in = in;
        this.isArc = header.isArc();
        this.embedded = embedded;
        this.length = header.length();
        this.remaining = length;
        this.digest = header.field("warc-block-digest").flatMap(BlockDigest::parse);
        this.head = in.ahead(Math.min(length, MAX_HEAD));
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
        if (count == 0) {
            return 0;
        }
        int n = in.searchable((int) Math.min(count, remaining));
        if (n <= 0 || cut) {
            return -1;
        }
        int at = in.indexOfStart(0, n);
        if (at == 0) {
            if (innerStart < 0) {
                innerStart = in.position();
            }
            if (embedded == EmbeddedRecord.RECORD || (embedded == EmbeddedRecord.EITHER && endsHere())) {
                cut = true;
                innerStart = in.position();
                return -1;
            }
            at = in.indexOfStart(1, n);
        }
        n = at > 0 ? at : n;
        in.take(bytes, offset, n);
        remaining -= n;
        last.add(bytes, offset, n);
        if (digest.isPresent()) {
            digest.get().update(bytes, offset, n);
        }
        return n;
    }

    /** Reads the rest. */
    void drain() {
        var bytes = new byte[8192];
        while (read(bytes, 0, bytes.length) >= 0) {
            // The bytes are only needed for the digest and the search for records.
        }
        in.expectStart();
    }

    /** Why a drained block does not match its header; empty if it does. */
    Optional<String> fault() {
        if (cut) {
            return Optional.of("another record starts inside its length");
        }
        if (isShort()) {
            String why = in.failure().map(e -> ": " + e.getMessage()).orElse("");
            return Optional.of("ends " + remaining + " bytes before its length" + why);
        }
        if (digest.isPresent()) {
            return digest.get().matches() ? Optional.empty() : Optional.of("its digest does not match");
        }
        return endsLikeRecord() ? Optional.empty() : Optional.of("no end of a record follows its length");
    }

    /** Whether the input ended before the length of the block. */
    boolean isShort() {
        return !cut && remaining > 0;
    }

    /**
     * Offset of a record that a faulty block contains by mistake; -1 if none. A damaged block that ends at a valid end
     * of a record contains none.
     */
    long innerStart() {
        return !cut && !isShort() && endsLikeRecord() ? -1 : innerStart;
    }

    /**
     * Whether the digest or the HTTP length confirms that the block ended before the line ends that have just been
     * read.
     */
    private boolean endsHere() {
        int closing = last.count(isArc ? 1 : 2);
        if (closing == 0) {
            return false;
        }
        return (digest.isPresent() && digest.get().matchesWithout(closing))
                || length - remaining - closing == declaredEnd();
    }

    private long declaredEnd() {
        if (declaredEnd == NOT_COMPUTED) {
            declaredEnd = HttpMessage.declaredEnd(head);
        }
        return declaredEnd;
    }

    /**
     * Whether the line ends that terminate a record follow (section 4; one in ARC), or another record. If records start
     * within the block, line ends alone are not sufficient evidence.
     */
    private boolean endsLikeRecord() {
        int at = 0;
        int lines = 0;
        while (lines < 2 && (in.peek(at) == '\r' || in.peek(at) == '\n')) {
            lines += in.peek(at++) == '\n' ? 1 : 0;
        }
        boolean closed = lines >= (isArc ? 1 : 2);
        boolean vouched = innerStart < 0 || length == declaredEnd();
        return (closed && vouched) || in.peek(at) < 0 || in.startsAfter(at);
    }
}
