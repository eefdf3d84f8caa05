package org.lintas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.ExactStream;
import org.lintas.archive.bytes.HeldEntry;
import org.lintas.archive.container.Budget;
import org.lintas.archive.container.TarHeader;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads the files in a tar, plain or compressed; links and devices count for nothing. Where a header should stand and none
 * does, reading goes on at the next one, be it inside what seemed to be the file before.
 */
final class TarReader implements ArchiveReader {

    private final ArchiveReaders readers;
    private final int depth;
    private final Budget outer;

    /** Reads tars that lie in no other archive. */
    TarReader(ArchiveReaders readers) {
        this(readers, 1, null);
    }

    /**
     * Reads tars inside archives.
     *
     * @param depth 1 for the outermost archive
     * @param outer budget of the outermost archive; null if it is the tar
     */
    TarReader(ArchiveReaders readers, int depth, Budget outer) {
        this.readers = readers;
        this.depth = depth;
        this.outer = outer;
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        Compression compression = Compression.of(source);
        ByteSource content = compression == Compression.NONE
                ? source
                : offset -> {
                    InputStream in = compression.decompress(source.openAt(0));
                    in.skipNBytes(offset);
                    return in;
                };
        Budget budget = outer == null ? new Budget(source.length()) : outer;
        var pass = new Pass(file, content, new ContainerEntry(readers, depth, budget), sink);
        long at = 0;
        while (at >= 0) {
            at = pass.readFrom(at);
        }
    }

    /** One reading of a tar. */
    private static final class Pass {
        /** Longest name or list of attributes that is read. */
        private static final int MAX_ATTRIBUTES = 1 << 16;

        private static final long NOWHERE = -1;
        private static final Pattern PATH = Pattern.compile("(?:^|\\n)\\d+ path=([^\\n]*)\\n");
        private static final Pattern SIZE = Pattern.compile("(?:^|\\n)\\d+ size=(\\d{1,18})\\n");

        private final String file;
        private final ByteSource source;
        private final ContainerEntry entries;
        private final RecordSink sink;
        private ByteWindow in;
        private boolean searching;
        private boolean ended;
        /** Where the data of the file start that was read last. */
        private long lastData = NOWHERE;

        private String nextName;
        private long nextSize = NOWHERE;

        Pass(String file, ByteSource source, ContainerEntry entries, RecordSink sink) {
            this.file = file;
            this.source = source;
            this.entries = entries;
            this.sink = sink;
        }

        /** Reads from a place on; gives where to read again, if that is to be, else a negative number. */
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
                        if (!readEntry(header)) {
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

        /** Reads what stands behind a header; false if the tar ends inside of it. */
        private boolean readEntry(TarHeader header) {
            long start = in.position();
            if (!header.isFile()) {
                readAttributes(header);
                boolean whole = pass(start, header.size());
                if (!whole) {
                    rejectRest();
                }
                return whole;
            }
            String name = nextName != null ? nextName : header.name();
            long size = nextSize >= 0 ? nextSize : header.size();
            nextName = null;
            nextSize = NOWHERE;
            lastData = start;
            ByteSource again = offset -> {
                long from = Math.min(offset, size);
                return new ExactStream(source.openAt(start + from), size - from);
            };
            boolean sound = entries.read(file, name, new ExactStream(in.stream(), size), again, sink);
            boolean whole = pass(start, size);
            if (!whole && sound) {
                rejectRest();
            }
            return whole;
        }

        /** What is told of the file that follows: its name and size, where they do not fit into its header. */
        private void readAttributes(TarHeader header) {
            if (header.type() != 'L' && header.type() != 'x') {
                return;
            }
            HeldEntry held = HeldEntry.of(in.stream(), (int) Math.min(header.size(), MAX_ATTRIBUTES));
            String attributes = new String(held.bytes(), StandardCharsets.UTF_8);
            if (header.type() == 'L') {
                nextName = attributes.replaceAll("(?<!\\x00)\\x00++$", "");
                return;
            }
            Matcher path = PATH.matcher(attributes);
            nextName = path.find() ? path.group(1) : nextName;
            Matcher size = SIZE.matcher(attributes);
            nextSize = size.find() ? Long.parseLong(size.group(1)) : nextSize;
        }

        /** Moves behind data and what fills up their last block; false if the tar ends before. */
        private boolean pass(long start, long size) {
            long end = start + size + (TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK;
            while (in.position() < end && in.at(0) >= 0) {
                in.advance(1);
            }
            return in.position() >= end;
        }
    }
}
