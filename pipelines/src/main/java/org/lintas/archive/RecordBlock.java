package org.lintas.archive;

import java.io.InputStream;
import java.util.Optional;

/**
 * The block of a record, as long as its header says. A record that starts inside it shows that the header lies, unless the
 * block's digest vouches for it: without a digest the block ends there.
 */
final class RecordBlock extends InputStream {

    private final RecordInput in;
    private final boolean isArc;
    private final Optional<BlockDigest> digest;
    private long remaining;
    private boolean cut;
    private long innerStart = -1;

    /**
     * The block that follows a header.
     *
     * @param trustDigest whether a digest may vouch for a block in which another record seems to start
     */
    RecordBlock(RecordInput in, RecordHeader header, boolean trustDigest) {
        this.in = in;
        this.isArc = header.isArc();
        this.remaining = header.length();
        this.digest =
                header.field("warc-block-digest").filter(any -> trustDigest).flatMap(BlockDigest::parse);
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int n = in.searchable((int) Math.min(length, remaining));
        if (n <= 0) {
            return -1;
        }
        if (innerStart < 0) {
            int at = in.indexOfStart(n);
            if (at >= 0) {
                innerStart = in.position() + at;
                if (digest.isEmpty()) {
                    cut = true;
                    remaining = at;
                    n = at;
                }
            }
        }
        if (n == 0) {
            return -1;
        }
        in.take(bytes, offset, n);
        remaining -= n;
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
        if (digest.isPresent() && !digest.get().matches()) {
            return Optional.of("its digest does not match");
        }
        return digest.isPresent() || endsLikeRecord()
                ? Optional.empty()
                : Optional.of("no end of a record follows its length");
    }

    /** Whether the bytes ended before the length did. */
    boolean isShort() {
        return !cut && remaining > 0;
    }

    /** Where a record starts that the block swallowed, -1 if none does. */
    long innerStart() {
        return innerStart;
    }

    /** Whether the line ends follow that close a record (section 4; one in ARC), or at once another record. */
    private boolean endsLikeRecord() {
        int at = 0;
        int lines = 0;
        while (lines < 2 && (in.peek(at) == '\r' || in.peek(at) == '\n')) {
            lines += in.peek(at++) == '\n' ? 1 : 0;
        }
        return lines >= (isArc ? 1 : 2) || in.peek(at) < 0 || in.startsAfter(at);
    }
}
