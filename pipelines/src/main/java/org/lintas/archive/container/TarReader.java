package org.lintas.archive.container;

import java.io.IOException;
import java.io.InputStream;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.BufferedEntry;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.FixedLengthStream;
import org.lintas.archive.bytes.Spill;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.RecordSink;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.text.Printable;

/**
 * Reads the files of a tar, plain or compressed; folders, links, devices and other entries are counted by kind. If a
 * header is missing or damaged, reading continues at the next valid header, even within the data of the previous file.
 * TarArchiveInputStream of commons-compress was considered: it fails at the first damaged header, and it does not count
 * the holes of sparse files against a limit.
 */
public final class TarReader implements ArchiveReader {

    private final ArchiveReaders readers;
    private final int depth;

    /** Creates a reader for tars that are not nested. */
    public TarReader(ArchiveReaders readers) {
        this(readers, 1);
    }

    /**
     * Creates a reader for nested tars.
     *
     * @param depth 1 for the outermost archive
     */
    public TarReader(ArchiveReaders readers, int depth) {
        this.readers = readers;
        this.depth = depth;
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        Compression compression = Compression.of(source);
        ByteSource content = compression == Compression.NONE
                ? source
                : offset -> {
                    InputStream in = sink.budget().bounded(compression.decompress(source.openAt(0)));
                    in.skipNBytes(offset);
                    return in;
                };
        var pass = new Pass(file, content, compression != Compression.NONE, sink);
        long at = 0;
        while (at >= 0) {
            at = pass.readFrom(at);
        }
    }

    /** State of reading one tar. */
    private final class Pass {
        private static final long NOWHERE = -1;

        private final String file;
        private final ByteSource source;
        private final boolean compressed;
        private final EntryReader entries;
        private final RecordSink sink;
        private ByteWindow in;
        private boolean searching;
        private boolean ended;
        /** Offset of the data of the last member. */
        private long lastData = NOWHERE;

        /** Attributes of the next file. */
        private TarAttributes attributes = new TarAttributes();

        Pass(String file, ByteSource source, boolean compressed, RecordSink sink) {
            this.file = file;
            this.source = source;
            this.compressed = compressed;
            this.entries = new EntryReader(readers, depth);
            this.sink = sink;
        }

        /** Reads from an offset on; returns the offset at which to read again, or a negative number if done. */
        long readFrom(long start) throws IOException {
            try (InputStream stream = source.openAt(start)) {
                in = new ByteWindow(stream, start);
                while (in.at(TarHeader.BLOCK - 1) >= 0) {
                    byte[] block = in.copy(0, TarHeader.BLOCK);
                    TarHeader header = searching && !TarHeader.isUstar(block) ? null : TarHeader.of(block);
                    if (header != null) {
                        searching = false;
                        ended = false;
                        in.advance(TarHeader.BLOCK);
                        if (!readMember(header, block)) {
                            return NOWHERE;
                        }
                    } else if (searching) {
                        in.advance(1);
                    } else if (isEmpty(block)) {
                        ended = true;
                        lastData = NOWHERE;
                        in.advance(TarHeader.BLOCK);
                    } else {
                        sink.reject(RejectReason.DAMAGED_RECORD, file, in.position(), "no header of a file");
                        searching = true;
                        attributes = new TarAttributes();
                        if (lastData >= 0) {
                            long again = lastData;
                            lastData = NOWHERE;
                            return again;
                        }
                    }
                }
                if (in.failure() != null || !(ended || searching)) {
                    rejectRest();
                }
                return NOWHERE;
            }
        }

        private void rejectRest() {
            String detail = in.failure() != null ? String.valueOf(in.failure().getMessage()) : "no end of the tar";
            sink.reject(RejectReason.TRUNCATED, file, in.position(), detail);
        }

        private static boolean isEmpty(byte[] block) {
            for (byte b : block) {
                if (b != 0) {
                    return false;
                }
            }
            return true;
        }

        /** Reads the data after a header; returns false if the tar ends within them. */
        private boolean readMember(TarHeader header, byte[] block) throws IOException {
            lastData = in.position();
            if (header.isAttributes()) {
                byte[] data = BufferedEntry.of(in.stream(), (int) Math.min(header.size(), TarAttributes.MAX_BYTES))
                        .bytes();
                attributes.take(header.type(), data);
                return skipDataOrReject(lastData, header.size());
            }
            TarAttributes ofMember = attributes;
            attributes = new TarAttributes();
            String name = ofMember.nameOr(header.name());
            long size = ofMember.sizeOr(header.size());
            if (header.isFile() && !(name.endsWith("/") && size == 0)) {
                return readFile(header, block, ofMember);
            }
            if (header.isContinuation()) {
                sink.reject(RejectReason.TRUNCATED, file + "!/" + Printable.of(name), 0, "goes on from another volume");
            } else {
                sink.skip(header.isFile() ? "folder" : header.kind());
            }
            return skipDataOrReject(lastData, header.isWithoutData() && isNextMember() ? 0 : size);
        }

        /** Whether the next block is a header or the end of the tar. */
        private boolean isNextMember() {
            if (in.at(TarHeader.BLOCK - 1) < 0) {
                return in.at(0) < 0;
            }
            byte[] next = in.copy(0, TarHeader.BLOCK);
            return isEmpty(next) || TarHeader.of(next) != null;
        }

        private boolean readFile(TarHeader header, byte[] block, TarAttributes ofMember) throws IOException {
            long start = in.position();
            String name = ofMember.nameOr(header.name());
            // The size excludes extension blocks with the map of a sparse file.
            long size = ofMember.sizeOr(header.size()) + SparseFile.extensionBytes(header, block, this::blockAhead);
            boolean sparse = SparseFile.isSparse(header, ofMember);
            ByteSource again = offset -> {
                long from = sparse ? 0 : Math.min(offset, size);
                InputStream stored = new FixedLengthStream(source.openAt(start + from), size - from);
                if (!sparse) {
                    return stored;
                }
                InputStream content = SparseFile.open(header, block, ofMember, stored, sink.budget());
                content.skipNBytes(offset);
                return content;
            };
            boolean isSpilled = compressed && !sparse && size > readers.maxRecordBytes();
            boolean sound = sparse
                    ? readSparse(name, again)
                    : isSpilled
                            ? readSpilled(name, size, again)
                            : entries.read(file, name, new FixedLengthStream(in.stream(), size), again, sink);
            boolean whole = skipData(start, size);
            if (!whole && sound) {
                rejectRest();
            }
            return whole;
        }

        private boolean readSparse(String name, ByteSource again) {
            try (InputStream content = again.openAt(0)) {
                return entries.read(file, name, content, again, sink);
            } catch (IOException e) {
                String path = file + "!/" + Printable.of(name);
                sink.reject(RejectReason.DAMAGED_RECORD, path, 0, String.valueOf(e.getMessage()));
                return false;
            }
        }

        /**
         * Reads a file that is too large for memory by a temporary file: in a compressed tar, reopening it would
         * decompress everything before it.
         */
        private boolean readSpilled(String name, long size, ByteSource again) throws IOException {
            try (Spill spill = Spill.of(new FixedLengthStream(in.stream(), size));
                    InputStream content = spill.openAt(0)) {
                if (spill.isWhole()) {
                    return entries.read(file, name, content, spill, sink);
                }
            } catch (IOException e) {
                // The tar ends within the file; reading it below reports that.
            }
            try (InputStream content = again.openAt(0)) {
                return entries.read(file, name, content, again, sink);
            }
        }

        private byte[] blockAhead(long ahead) {
            int to = (int) ahead + TarHeader.BLOCK;
            return in.at(to - 1) < 0 ? new byte[0] : in.copy((int) ahead, to);
        }

        private boolean skipDataOrReject(long start, long size) {
            boolean whole = skipData(start, size);
            if (!whole) {
                rejectRest();
            }
            return whole;
        }

        /** Moves to the end of the data and their padding; returns false if the tar ends before. */
        private boolean skipData(long start, long size) {
            long end = start + size + (TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK;
            while (in.position() < end && in.at(0) >= 0) {
                in.advance(1);
            }
            return in.position() >= end;
        }
    }
}
