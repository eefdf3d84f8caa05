package org.lintas.archive.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.RecordSink;
import org.lintas.archive.input.SplittableReader;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads WARC (ISO 28500) and ARC files, plain or compressed. After damage it goes on at the next place where a record starts;
 * the damaged span is one reject. The offset of a record is that of the gzip member or zstd frame that it starts; of a
 * record further inside a member, or in a file compressed otherwise, its place in the decompressed bytes counts.
 */
public final class WarcArchiveReader implements SplittableReader {

    /**
     * So many bytes a pass reads twice, to go back to records that lying lengths have swallowed, before it takes whatever looks like a
     * record for one.
     */
    private static final long MAX_REREAD = 256L << 20;

    /** A part of a file is read from so many bytes before it on, so that its records are told from those that pages hold. */
    private static final long LEAD = 16L << 20;

    /** So many members of a file tell whether each record is a member of its own. */
    private static final int SAMPLED_MEMBERS = 2;

    private final WarcDocuments documents;

    public WarcArchiveReader(int maxRecordBytes) {
        this.documents = new WarcDocuments(maxRecordBytes);
    }

    @Override
    public void read(String file, ByteSource source, ByteRange range, RecordSink sink) throws IOException {
        Compression compression = compression(source);
        switch (compression) {
            case NONE -> readPlain(file, source, range, sink);
            case GZIP -> readRuns(file, source, GzipMembers::new, range, sink);
            case ZSTD -> {
                byte[] dictionary = ZstdFrames.dictionary(source);
                readRuns(file, source, (bytes, from) -> new ZstdFrames(bytes, from, dictionary), range, sink);
            }
            case BZIP2, XZ -> {
                if (range.from() == 0) {
                    ByteSource content =
                            from -> skipped(sink.budget().bounded(compression.decompress(source.openAt(0))), from);
                    new Pass(file, content, 0, Long.MAX_VALUE, false, sink).read(0);
                }
            }
        }
    }

    /** How a file is compressed; where its first bytes are damaged, by what else it holds. */
    private static Compression compression(ByteSource source) throws IOException {
        byte[] head;
        try (InputStream in = source.openAt(0)) {
            head = in.readNBytes(RecordStart.LOOK_AHEAD);
        }
        Compression compression = Compression.of(head);
        if (compression != Compression.NONE || RecordStart.isAt(head, 0, head.length)) {
            return compression;
        }
        try (InputStream in = source.openAt(0)) {
            var plain = new RecordInput(in, 0);
            plain.skipToStart();
            if (!plain.isAtEnd()) {
                return Compression.NONE;
            }
        }
        try (var gzip = new MemberRuns(source, GzipMembers::new, 0)) {
            if (gzip.next()) {
                return Compression.GZIP;
            }
        }
        try (var zstd = new MemberRuns(source, (bytes, from) -> new ZstdFrames(bytes, from, new byte[0]), 0)) {
            return zstd.next() ? Compression.ZSTD : Compression.NONE;
        }
    }

    private void readPlain(String file, ByteSource source, ByteRange range, RecordSink sink) throws IOException {
        long from = range.from();
        if (from > 0) {
            // Where reading of the part before comes to its end: what only looks like a record inside of a page is none
            // here either.
            from = new Pass(file, source, 0, from, false, new Unheard(sink.budget()))
                    .read(firstStart(source, Math.max(0, from - LEAD)));
        }
        if (from < range.to()) {
            new Pass(file, source, 0, range.to(), false, sink).read(from);
        }
    }

    /** Where the first record at or behind a place seems to start. */
    private static long firstStart(ByteSource source, long place) throws IOException {
        if (place == 0) {
            return 0;
        }
        // Looking from the byte before finds a record that starts with the first byte too.
        try (InputStream bytes = source.openAt(place - 1)) {
            var in = new RecordInput(bytes, place - 1);
            in.skipToStart();
            return in.position();
        }
    }

    private void readRuns(String file, ByteSource source, MemberRuns.Opener opener, ByteRange range, RecordSink sink)
            throws IOException {
        boolean alone = isEachAlone(source, opener);
        Budget budget = sink.budget();
        try (var runs = new MemberRuns(source, opener, Math.max(0, range.from() - LEAD))) {
            boolean more = runs.next();
            while (more && runs.start() < range.from()) {
                more = runs.next();
            }
            // Of a gap before its first run the part before tells.
            boolean isToTell = range.from() == 0;
            while (true) {
                if (isToTell && runs.hasGap()) {
                    reject(file, runs.gapStart(), garbage(runs.gapLength()), sink);
                }
                // Of a bomb not even what is left is passed over.
                if (budget.isExceeded()) {
                    sink.reject(RejectReason.RECORD_TOO_LARGE, file, runs.start(), budget.excess());
                    return;
                }
                if (!more || runs.start() >= range.to()) {
                    return;
                }
                long start = runs.start();
                ByteSource again = from -> budget.bounded(skipped(MemberRuns.run(source, opener, start), from));
                new Pass(file, again, start, Long.MAX_VALUE, alone, sink).read(budget.bounded(runs.bytes()), 0);
                more = runs.next();
                isToTell = true;
            }
        }
    }

    /** Whether each record is a member of its own, as the first ones tell: then none starts inside of a member. */
    private static boolean isEachAlone(ByteSource source, MemberRuns.Opener opener) throws IOException {
        try (var runs = new MemberRuns(source, opener, 0)) {
            for (int i = 0; i < SAMPLED_MEMBERS && runs.next(); i++) {
                var in = new RecordInput(runs.bytes(), 0);
                var block = new RecordBlock(in, RecordHeader.read(in), RecordBlock.Inside.CONTENT);
                block.drain();
                in.skipBlank();
                if (block.fault().isPresent() || !in.isAtEnd() || in.failure().isPresent()) {
                    return false;
                }
            }
            return true;
        } catch (RecordHeader.Damaged e) {
            return false;
        }
    }

    private static InputStream skipped(InputStream in, long bytes) throws IOException {
        in.skipNBytes(bytes);
        return in;
    }

    private static String garbage(long length) {
        return length + " bytes that are no record";
    }

    private static void reject(String file, long offset, String detail, RecordSink sink) {
        sink.reject(RejectReason.DAMAGED_RECORD, file, offset, detail);
    }

    /** Hears nothing: for parts that others tell of. */
    private record Unheard(Budget budget) implements RecordSink {

        @Override
        public void capture(Capture capture) {
            // Told by whoever reads the part.
        }

        @Override
        public void reject(Reject reject) {
            // Told by whoever reads the part.
        }

        @Override
        public void skip(String kind) {
            // Told by whoever reads the part.
        }
    }

    /** One pass over records that follow one another. */
    private final class Pass {
        private final String file;
        private final ByteSource again;
        private final long base;
        private final long limit;
        private final boolean alone;
        private final RecordSink sink;
        private long reread;
        private long records;

        /** What the last record came to, held until what follows shows that it is whole. */
        private Optional<Consumer<RecordSink>> held = Optional.empty();

        /** The last record, while nothing speaks against it. */
        private Optional<RecordHeader> sound = Optional.empty();

        private long soundAt;
        private long next = Long.MAX_VALUE;
        /** Whether what was read last is damage, so that an end in damage is not told twice. */
        private boolean damaged;

        /**
         * A pass.
         *
         * @param again opens the bytes anew at a place that was passed over
         * @param base offset in the file of the first byte
         * @param limit place among the bytes at or behind which no record is read
         * @param alone whether no record starts inside of what is no record, since there should be one record and no more
         */
        Pass(String file, ByteSource again, long base, long limit, boolean alone, RecordSink sink) {
            this.file = file;
            this.again = again;
            this.base = base;
            this.limit = limit;
            this.alone = alone;
            this.sink = sink;
        }

        /** As below, of the bytes from a place on. */
        long read(long from) throws IOException {
            return read(again.openAt(from), from);
        }

        /**
         * Reads the records of a stream whose first byte stands at a place, and of what it swallowed.
         *
         * @return where the first record at or behind the limit starts; the greatest number if there is none
         */
        long read(InputStream bytes, long from) throws IOException {
            InputStream stream = bytes;
            long position = from;
            while (position >= 0) {
                try (InputStream closed = stream) {
                    position = readRecords(new RecordInput(closed, position));
                }
                if (position >= 0) {
                    stream = again.openAt(position);
                }
            }
            release();
            return next;
        }

        /** Returns the place of a record that a lying length has swallowed, to go on from there; -1 at the end. */
        private long readRecords(RecordInput in) {
            while (true) {
                in.skipBlank();
                long at = in.position();
                if (in.isAtEnd()) {
                    in.failure().filter(any -> !damaged).ifPresent(e -> blame(e, at));
                    return -1;
                }
                boolean start = in.isAtStart();
                if (start && at >= limit) {
                    next = at;
                    return -1;
                }
                release();
                if (start) {
                    long swallowed = readRecord(in, at);
                    if (swallowed >= 0) {
                        return swallowed;
                    }
                } else {
                    String detail = garbage(alone ? in.skipToEnd() : in.skipToStart());
                    holdDamage(toSink -> reject(file, base + at, detail, toSink));
                }
            }
        }

        private long readRecord(RecordInput in, long at) {
            boolean isOnly = alone && records++ == 0;
            RecordHeader header;
            try {
                header = RecordHeader.read(in);
            } catch (RecordHeader.Damaged e) {
                holdDamage(toSink -> reject(file, base + at, e.getMessage(), toSink));
                pass(in, isOnly);
                return -1;
            }
            var block = new RecordBlock(in, header, inside(isOnly));
            held = Optional.of(documents.read(header, block, file, base + at));
            sound = Optional.of(header);
            soundAt = base + at;
            damaged = false;
            block.drain();
            Optional<String> fault = block.fault();
            if (fault.isEmpty()) {
                return -1;
            }
            RejectReason reason = block.isShort() ? RejectReason.TRUNCATED : RejectReason.DAMAGED_RECORD;
            holdDamage(WarcDocuments.rejected(header, reason, file, base + at, fault.get()));
            if (!isOnly && block.innerStart() >= 0 && block.innerStart() < in.position()) {
                reread += in.position() - block.innerStart();
                return block.innerStart();
            }
            pass(in, isOnly);
            return -1;
        }

        private RecordBlock.Inside inside(boolean isOnly) {
            if (isOnly) {
                return RecordBlock.Inside.CONTENT;
            }
            return reread < MAX_REREAD ? RecordBlock.Inside.EITHER : RecordBlock.Inside.RECORD;
        }

        private void release() {
            held.ifPresent(outcome -> outcome.accept(sink));
            held = Optional.empty();
        }

        /** What is passed over belongs to the damage that has been told. */
        private void pass(RecordInput in, boolean toEnd) {
            in.skipBlank();
            if (toEnd) {
                in.skipToEnd();
            } else if (!in.isAtStart()) {
                in.skipToStart();
            }
        }

        private void holdDamage(Consumer<RecordSink> reject) {
            held = Optional.of(reject);
            sound = Optional.empty();
            damaged = true;
        }

        /** The bytes end in damage, such as a check sum that does not match: the last record cannot be trusted. */
        private void blame(IOException e, long at) {
            String detail = String.valueOf(e.getMessage());
            Consumer<RecordSink> reject = sound.map(header ->
                            WarcDocuments.rejected(header, RejectReason.DAMAGED_RECORD, file, soundAt, detail))
                    .orElse(toSink -> reject(file, base + at, detail, toSink));
            holdDamage(reject);
        }
    }
}
