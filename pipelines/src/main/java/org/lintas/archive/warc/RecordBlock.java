package org.lintas.archive.warc;

import java.io.InputStream;
import java.util.Optional;

/**
 * The block of a record, as long as its header says. Pages may hold whole records, and headers may lie: a record that starts inside a block
 * is content of it, where the block's digest vouches for that, or the block ends where a record may end. It is the next record, where
 * the digest, or the length of an HTTP message, says that the block ends before it.
 */
final class RecordBlock extends InputStream {

    /** What a record is that starts inside the length of another. */
    enum Inside {
        CONTENT,
        RECORD,
        /** One or the other: digest, message and what follows the block tell. */
        EITHER
    }

    private static final long NOT_ASKED = -2;

    /** So much of the start of a block is looked at for the head of an HTTP message. */
    private static final int MAX_HEAD = 16 << 10;

    private final RecordInput in;
    private final boolean isArc;
    private final Inside inside;
    private final Optional<BlockDigest> digest;
    private final byte[] head;
    private final long length;
    private final ClosingBytes last = new ClosingBytes();
    private long remaining;
    private boolean cut;
    private long innerStart = -1;
    private long declaredEnd = NOT_ASKED;

    /**
     * The block that follows a header.
     *
     * @param inside what a record is that starts inside its length
     */
    RecordBlock(RecordInput in, RecordHeader header, Inside inside) {
        this.in = in;
        this.isArc = header.isArc();
        this.inside = inside;
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
            if (inside == Inside.RECORD || (inside == Inside.EITHER && endsHere())) {
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

    /** Reads what is left. */
    void drain() {
        var bytes = new byte[8192];
        while (read(bytes, 0, bytes.length) >= 0) {
            // Only the digest and the search for records need these bytes.
        }
        in.expectStart();
    }

    /** Why a drained block is not what its header says. */
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

    /** Whether the bytes ended before the length did. */
    boolean isShort() {
        return !cut && remaining > 0;
    }

    /**
     * Where a record starts that a block with a fault may have swallowed, -1 if none does: what is damaged, but ends where a record ends,
     * has swallowed none.
     */
    long innerStart() {
        return !cut && !isShort() && endsLikeRecord() ? -1 : innerStart;
    }

    /** Whether something vouches that the block ended before what has been read last: the line ends that close a record. */
    private boolean endsHere() {
        int closing = last.count(isArc ? 1 : 2);
        if (closing == 0) {
            return false;
        }
        return (digest.isPresent() && digest.get().matchesWithout(closing))
                || length - remaining - closing == declaredEnd();
    }

    private long declaredEnd() {
        if (declaredEnd == NOT_ASKED) {
            declaredEnd = HttpMessage.declaredEnd(head);
        }
        return declaredEnd;
    }

    /**
     * Whether the line ends follow that close a record (section 4; one in ARC), or at once another record. If records start inside the
     * block, line ends alone say too little.
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
