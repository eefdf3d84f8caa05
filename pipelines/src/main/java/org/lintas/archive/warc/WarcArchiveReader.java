package org.lintas.archive.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.HostList;
import org.lintas.archive.input.RecordSink;
import org.lintas.archive.input.SplittableReader;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads WARC (ISO 28500) and ARC files, plain or compressed. After damage it continues at the next start of a record;
 * the damaged span becomes one reject. The offset of a record is that of its gzip member or zstd frame; for a record
 * further inside a member, its offset in the decompressed bytes of the run is added; with other compressions it is the
 * offset in the decompressed bytes.
 */
public final class WarcArchiveReader implements SplittableReader {

    /**
     * Maximum number of bytes that a pass reads again to recover records within blocks of wrong length. Beyond it,
     * everything that looks like a record is treated as one.
     */
    private static final long MAX_REREAD = 256L << 20;

    /**
     * Reading of a part starts this many bytes before it, to distinguish its records from records embedded in pages.
     */
    private static final long LEAD = 16L << 20;

    /** Number of members that are sampled to determine whether each record is a separate member. */
    private static final int SAMPLED_MEMBERS = 2;

    private final WarcDocuments documents;

    public WarcArchiveReader(int maxRecordBytes, HostList hosts) {
        this.documents = new WarcDocuments(maxRecordBytes, hosts);
    }

    @Override
    public void read(String file, ByteSource source, ByteRange range, RecordSink sink) throws IOException {
        Compression compression = compression(source);
        switch (compression) {
            case NONE -> readPlain(file, source, range, sink);
            case GZIP -> readRuns(file, source, GzipMemberReader::new, range, sink);
            case ZSTD -> {
                byte[] dictionary = ZstdFrameReader.dictionary(source);
                readRuns(file, source, (bytes, from) -> new ZstdFrameReader(bytes, from, dictionary), range, sink);
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

    /** The compression of a file; if its first bytes are damaged, determined by searching for records. */
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
        try (var gzip = new MemberRunReader(source, GzipMemberReader::new, 0)) {
            if (gzip.next()) {
                return Compression.GZIP;
            }
        }
        try (var zstd =
                new MemberRunReader(source, (bytes, from) -> new ZstdFrameReader(bytes, from, new byte[0]), 0)) {
            return zstd.next() ? Compression.ZSTD : Compression.NONE;
        }
    }

    private void readPlain(String file, ByteSource source, ByteRange range, RecordSink sink) throws IOException {
        long from = range.from();
        if (from > 0) {
            // Start where reading of the previous part ends, so that records embedded in pages are ignored here as
            // well.
            from = new Pass(file, source, 0, from, false, new DiscardingSink(sink.budget()))
                    .read(firstStart(source, Math.max(0, from - LEAD)));
        }
        if (from < range.to()) {
            new Pass(file, source, 0, range.to(), false, sink).read(from);
        }
    }

    /** Offset of the first apparent record at or after an offset. */
    private static long firstStart(ByteSource source, long place) throws IOException {
        if (place == 0) {
            return 0;
        }
        // Searching from the byte before also finds a record at the offset itself.
        try (InputStream bytes = source.openAt(place - 1)) {
            var in = new RecordInput(bytes, place - 1);
            in.skipToStart();
            return in.position();
        }
    }

    private void readRuns(
            String file, ByteSource source, MemberRunReader.Opener opener, ByteRange range, RecordSink sink)
            throws IOException {
        boolean onePerMember = haveOwnMembers(source, opener);
        Budget budget = sink.budget();
        try (var runs = new MemberRunReader(source, opener, Math.max(0, range.from() - LEAD))) {
            boolean more = runs.next();
            while (more && runs.start() < range.from()) {
                more = runs.next();
            }
            // A gap before the first run is reported by the previous part.
            boolean reportsGap = range.from() == 0;
            while (true) {
                if (reportsGap && runs.hasGap()) {
                    reject(file, runs.gapStart(), garbage(runs.gapLength()), sink);
                }
                // For a decompression bomb the rest is not even skipped.
                if (budget.isExceeded()) {
                    sink.reject(RejectReason.RECORD_TOO_LARGE, file, runs.start(), budget.excess());
                    return;
                }
                if (!more || runs.start() >= range.to()) {
                    return;
                }
                long start = runs.start();
                ByteSource again = from -> budget.bounded(skipped(MemberRunReader.run(source, opener, start), from));
                new Pass(file, again, start, Long.MAX_VALUE, onePerMember, sink).read(budget.bounded(runs.bytes()), 0);
                more = runs.next();
                reportsGap = true;
            }
        }
    }

    /** Whether the first records are separate members. Then no record is expected to start within a member. */
    private static boolean haveOwnMembers(ByteSource source, MemberRunReader.Opener opener) throws IOException {
        try (var runs = new MemberRunReader(source, opener, 0)) {
            for (int i = 0; i < SAMPLED_MEMBERS && runs.next(); i++) {
                var in = new RecordInput(runs.bytes(), 0);
                var block = new RecordBlock(in, RecordHeader.read(in), RecordBlock.EmbeddedRecord.CONTENT);
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

    /** Discards everything, for bytes before a part, whose records are reported by the reader of the previous part. */
    private record DiscardingSink(Budget budget) implements RecordSink {

        @Override
        public void capture(Capture capture) {
            // Reported by the reader of the previous part.
        }

        @Override
        public void reject(Reject reject) {
            // Reported by the reader of the previous part.
        }

        @Override
        public void skip(String kind) {
            // Reported by the reader of the previous part.
        }
    }

    /** One pass over consecutive records. */
    private final class Pass {
        private final String file;
        private final ByteSource again;
        private final long base;
        private final long limit;
        private final boolean onePerMember;
        private final RecordSink sink;
        private long reread;
        private long records;

        /** The outcome of the last record, held until the following bytes confirm that it is complete. */
        private Optional<Consumer<RecordSink>> held = Optional.empty();

        /** The last record, if it is valid so far. */
        private Optional<RecordHeader> sound = Optional.empty();

        private long soundAt;
        private long next = Long.MAX_VALUE;
        /** Whether the last bytes were damaged, so that damage at the end is not reported twice. */
        private boolean damaged;

        /**
         * Creates a pass.
         *
         * @param again reopens the bytes at an earlier offset
         * @param base offset of the first byte in the file
         * @param limit offset from which on no record is read
         * @param onePerMember whether there should be only one record, so that no record is searched for within other bytes
         */
        Pass(String file, ByteSource again, long base, long limit, boolean onePerMember, RecordSink sink) {
            this.file = file;
            this.again = again;
            this.base = base;
            this.limit = limit;
            this.onePerMember = onePerMember;
            this.sink = sink;
        }

        /** Reads the bytes from an offset on. */
        long read(long from) throws IOException {
            return read(again.openAt(from), from);
        }

        /**
         * Reads the records of a stream that starts at an offset, including records within blocks of wrong length.
         *
         * @return offset of the first record at or after the limit; Long.MAX_VALUE if there is none
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

        /** Returns the offset of a record within a block of wrong length, to continue from there; -1 at the end. */
        private long readRecords(RecordInput in) {
            while (true) {
                in.skipBlank();
                long at = in.position();
                if (in.isAtEnd()) {
                    in.failure().filter(any -> !damaged).ifPresent(e -> rejectLast(e, at));
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
                    String detail = garbage(onePerMember ? in.skipToEnd() : in.skipToStart());
                    holdDamage(toSink -> reject(file, base + at, detail, toSink));
                }
            }
        }

        private long readRecord(RecordInput in, long at) {
            boolean isOnly = onePerMember && records++ == 0;
            RecordHeader header;
            try {
                header = RecordHeader.read(in);
            } catch (RecordHeader.Damaged e) {
                holdDamage(toSink -> reject(file, base + at, e.getMessage(), toSink));
                skipDamage(in, isOnly);
                return -1;
            }
            var block = new RecordBlock(in, header, embedded(isOnly));
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
            skipDamage(in, isOnly);
            return -1;
        }

        private RecordBlock.EmbeddedRecord embedded(boolean isOnly) {
            if (isOnly) {
                return RecordBlock.EmbeddedRecord.CONTENT;
            }
            return reread < MAX_REREAD ? RecordBlock.EmbeddedRecord.EITHER : RecordBlock.EmbeddedRecord.RECORD;
        }

        private void release() {
            held.ifPresent(outcome -> outcome.accept(sink));
            held = Optional.empty();
        }

        /** Skips bytes that belong to damage that is already reported. */
        private void skipDamage(RecordInput in, boolean toEnd) {
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

        /** Rejects the last record, since the bytes end in damage such as a wrong check sum. */
        private void rejectLast(IOException e, long at) {
            String detail = String.valueOf(e.getMessage());
            Consumer<RecordSink> reject = sound.map(header ->
                            WarcDocuments.rejected(header, RejectReason.DAMAGED_RECORD, file, soundAt, detail))
                    .orElse(toSink -> reject(file, base + at, detail, toSink));
            holdDamage(reject);
        }
    }
}
