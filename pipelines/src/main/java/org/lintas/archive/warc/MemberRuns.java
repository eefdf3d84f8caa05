package org.lintas.archive.warc;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lintas.archive.input.RawInput;
import org.lintas.storage.ByteSource;

/**
 * The members of a file in runs: each run starts with a member that starts with a record, and ends before the next such. Where
 * every record is a member of its own, a run is a record; where a whole file is one member, it is the file. After damage the
 * next run is searched for.
 */
final class MemberRuns implements Closeable {

    /** Opens the members of a file from an offset on. */
    @FunctionalInterface
    interface Opener {
        Members openAt(ByteSource source, long from) throws IOException;
    }

    private static final long NONE = -1;

    private final ByteSource source;
    private final Opener opener;
    private Members members;

    /** First bytes of the current member, looked at before they are read, and what went wrong behind them. */
    private final byte[] head = new byte[RecordStart.LOOK_AHEAD];

    private int headRead;
    private int headEnd;
    private IOException headFailure;

    /** Whether the current member starts a run that nobody has asked for yet. */
    private boolean ready;
    /** Where to search for the next run after members have been lost sight of. */
    private long lostAt;

    private long gapStart;
    private long gapEnd;
    private Run run = new Run(true);

    /** Runs from the first member at or behind an offset that starts with a record. */
    MemberRuns(ByteSource source, Opener opener, long from) {
        this.source = source;
        this.opener = opener;
        this.lostAt = from;
        // What stands before the first record of a part belongs to the record that began in the part before it.
        this.gapStart = from == 0 ? 0 : NONE;
    }

    /** The bytes of the run that starts at an offset; closing them closes what was opened for them. */
    static InputStream run(ByteSource source, Opener opener, long start) throws IOException {
        var runs = new MemberRuns(source, opener, start);
        runs.next();
        return new FilterInputStream(runs.bytes()) {
            @Override
            public void close() throws IOException {
                runs.close();
            }
        };
    }

    /** Moves to the next run; false at the end of the file. In both cases there may be a gap before it. */
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

    /** Whether bytes that belong to no run, and to no record that has been read, lie before the current one. */
    boolean hasGap() {
        return gapStart != NONE && gapEnd > gapStart;
    }

    long gapStart() {
        return gapStart;
    }

    long gapLength() {
        return gapEnd - gapStart;
    }

    /** Where in the file the current run starts. */
    long start() {
        return members.start();
    }

    /** The decompressed bytes of the current run; once. */
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

    /** Whether a member starts with a record, or is soundly empty, as that of a file without records is. */
    private boolean startsRun(Members members) {
        int n = readHead(members);
        return RecordStart.isAt(head, 0, n) || (n == 0 && headFailure == null);
    }

    private boolean isRecord(InputStream ahead) {
        try (Members candidate = opener.openAt(offset -> ahead, 0)) {
            return candidate.next() && startsRun(candidate);
        } catch (IOException e) {
            // Bytes that look like a member and are none, or one too damaged to start reading at.
            return false;
        }
    }

    /** Reads the first bytes of a member, as many as come before its end or its damage; returns their number. */
    private int readHead(Members members) {
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

    /** Reads member after member, until one starts with a record. */
    private final class Run extends InputStream {
        private boolean ended;

        Run(boolean ended) {
            this.ended = ended;
        }

        /** Reads what is left, so that the members go on where the next run starts. */
        void drain() {
            var rest = new byte[8192];
            try {
                while (read(rest, 0, rest.length) >= 0) {
                    // Nobody has asked for these bytes.
                }
            } catch (IOException e) {
                // Whoever read the run in another pass has met the same damage and told of it.
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
                ended = !goesOn();
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
                // The record that is being read will be rejected, and tells of the damage.
                lose(members.start() + 1, NONE);
                ended = true;
                throw e;
            }
        }

        /** Whether the next member belongs to the run. */
        private boolean goesOn() throws IOException {
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
                // Not to be blamed on the record before it, which is whole.
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
