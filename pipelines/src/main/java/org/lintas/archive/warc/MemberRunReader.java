package org.lintas.archive.warc;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lintas.archive.input.RawInput;
import org.lintas.storage.ByteSource;

/**
 * Reads the members of a file in runs. A run starts with a member that starts with a record, and ends before the next
 * such member. If every record is a separate member, a run is one record; if the whole file is one member, the run is
 * the file. After damage the next run is searched for.
 */
final class MemberRunReader implements Closeable {

    /** Opens the members of a file from an offset on. */
    @FunctionalInterface
    interface Opener {
        MemberReader openAt(ByteSource source, long from) throws IOException;
    }

    private static final long NONE = -1;

    private final ByteSource source;
    private final Opener opener;
    private MemberReader members;

    /** First bytes of the current member, buffered to detect a record, and the failure after them, if any. */
    private final byte[] head = new byte[RecordStart.LOOK_AHEAD];

    private int headRead;
    private int headEnd;
    private IOException headFailure;

    /** Whether the current member starts a run that has not been returned yet. */
    private boolean ready;
    /** Offset to search for the next run from, after the sequence of members has been lost. */
    private long lostAt;

    private long gapStart;
    private long gapEnd;
    private Run run = new Run(true);

    /** Creates a reader of the runs from the first member with a record at or after an offset. */
    MemberRunReader(ByteSource source, Opener opener, long from) {
        this.source = source;
        this.opener = opener;
        this.lostAt = from;
        // Bytes before the first record of a part belong to a record that starts in the previous part.
        this.gapStart = from == 0 ? 0 : NONE;
    }

    /** The bytes of the run at an offset; closing the stream closes its resources. */
    static InputStream run(ByteSource source, Opener opener, long start) throws IOException {
        var runs = new MemberRunReader(source, opener, start);
        runs.next();
        return new FilterInputStream(runs.bytes()) {
            @Override
            public void close() throws IOException {
                runs.close();
            }
        };
    }

    /** Moves to the next run; returns false at the end of the file. In both cases there may be a gap before it. */
    boolean next() throws IOException {
        run.drain();
        if (!ready && lostAt != NONE) {
            find();
        } else {
            gapStart = NONE;
        }
        boolean found = ready;
        ready = false;
        run = new Run(!found);
        return found;
    }

    /**
     * Whether there are bytes before the current run that belong neither to a run nor to a record that has been read.
     */
    boolean hasGap() {
        return gapStart != NONE && gapEnd > gapStart;
    }

    long gapStart() {
        return gapStart;
    }

    long gapLength() {
        return gapEnd - gapStart;
    }

    /** Offset of the current run in the file. */
    long start() {
        return members.start();
    }

    /** The decompressed bytes of the current run; can be read once. */
    InputStream bytes() {
        return run;
    }

    private void find() throws IOException {
        try (var raw = new RawInput(source, lostAt)) {
            while (raw.peek(0) >= 0 && !(raw.startsLikeMember() && isRecord(raw.ahead()))) {
                raw.skip(1);
            }
            gapEnd = raw.position();
            lostAt = NONE;
            if (raw.peek(0) >= 0) {
                close();
                members = opener.openAt(source, raw.position());
                members.next();
                ready = startsRun(members);
            }
        }
    }

    /** Whether a member starts with a record, or is valid and empty, as in a file without records. */
    private boolean startsRun(MemberReader members) {
        int n = readHead(members);
        return RecordStart.isAt(head, 0, n) || (n == 0 && headFailure == null);
    }

    private boolean isRecord(InputStream ahead) {
        try (MemberReader candidate = opener.openAt(offset -> ahead, 0)) {
            return candidate.next() && startsRun(candidate);
        } catch (IOException e) {
            // Not a member, or its start is damaged.
            return false;
        }
    }

    /** Reads the first bytes of a member, up to its end or its damage; returns their number. */
    private int readHead(MemberReader members) {
        headRead = 0;
        headEnd = 0;
        headFailure = null;
        try {
            for (int n; headEnd < head.length && (n = members.read(head, headEnd, head.length - headEnd)) >= 0; ) {
                headEnd += n;
            }
        } catch (IOException e) {
            headFailure = e;
        }
        return headEnd;
    }

    @Override
    public void close() throws IOException {
        if (members != null) {
            members.close();
        }
    }

    /** Reads members until one starts with a record. */
    private final class Run extends InputStream {
        private boolean ended;

        Run(boolean ended) {
            this.ended = ended;
        }

        /** Reads the rest, to move to the start of the next run. */
        void drain() {
            var rest = new byte[8192];
            try {
                while (read(rest, 0, rest.length) >= 0) {
                    // The bytes are not needed.
                }
            } catch (IOException e) {
                // The same damage has been reported when the run was read in another pass.
                ended = true;
            }
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            while (!ended) {
                int n = readMember(bytes, offset, length);
                if (n >= 0) {
                    return n;
                }
                ended = !continues();
            }
            return -1;
        }

        private int readMember(byte[] bytes, int offset, int length) throws IOException {
            if (headRead < headEnd) {
                int n = Math.min(length, headEnd - headRead);
                System.arraycopy(head, headRead, bytes, offset, n);
                headRead += n;
                return n;
            }
            try {
                if (headFailure != null) {
                    throw headFailure;
                }
                return members.read(bytes, offset, length);
            } catch (IOException e) {
                // The current record will be rejected because of this damage.
                lose(members.start() + 1, NONE);
                ended = true;
                throw e;
            }
        }

        /** Whether the next member belongs to the run. */
        private boolean continues() throws IOException {
            long at = members.end();
            boolean member;
            try {
                member = members.next();
            } catch (IOException e) {
                lose(at + 1, at);
                return false;
            }
            if (!member) {
                if (!members.isAtEnd()) {
                    lose(at, at);
                }
                return false;
            }
            ready = RecordStart.isAt(head, 0, readHead(members));
            if (!ready && headFailure != null) {
                // The previous record is complete and not affected.
                lose(at + 1, at);
                return false;
            }
            return !ready;
        }

        private void lose(long searchFrom, long unreadFrom) {
            lostAt = searchFrom;
            gapStart = unreadFrom;
        }
    }
}
