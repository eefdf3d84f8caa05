package org.lintas.archive.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.text.Printable;

/**
 * Reads the files of a ZIP: by its central directory, or if that is damaged or missing, by the local header of each
 * file. Of a WACZ (WACZ 1.1.1) only files below {@code archive/} are read, since its pages and indexes describe the
 * same records. commons-compress was considered: its ZipFile holds the whole central directory in memory and cannot
 * read files without it, and its ZipArchiveInputStream does not continue after damage.
 */
public final class ZipReader implements ArchiveReader {

    private final ArchiveReaders readers;
    private final int depth;

    /** Creates a reader for ZIPs that are not nested. */
    public ZipReader(ArchiveReaders readers) {
        this(readers, 1);
    }

    /**
     * Creates a reader for nested ZIPs.
     *
     * @param depth 1 for the outermost archive
     */
    public ZipReader(ArchiveReaders readers, int depth) {
        this.readers = readers;
        this.depth = depth;
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        new Pass(file, source, new EntryReader(readers, depth), sink).read();
    }

    /** State of reading one ZIP. */
    private static final class Pass {
        private final String file;
        private final ByteSource source;
        private final EntryReader entries;
        private final RecordSink sink;
        private boolean wacz;

        Pass(String file, ByteSource source, EntryReader entries, RecordSink sink) {
            this.file = file;
            this.source = source;
            this.entries = entries;
            this.sink = sink;
            this.wacz = file.toLowerCase(Locale.ROOT).endsWith(".wacz");
        }

        void read() throws IOException {
            ZipDirectory directory;
            var kinds = new boolean[2];
            try {
                directory = ZipDirectory.find(source);
                directory.visit(entry -> {
                    kinds[0] |= entry.name().equals("datapackage.json");
                    kinds[1] |= entry.name().matches("archive/.+\\.warc(\\.gz)?");
                });
            } catch (IOException e) {
                scan(String.valueOf(e.getMessage()));
                return;
            }
            wacz |= kinds[0] && kinds[1];
            directory.visit(entry -> {
                if (!sink.budget().isExceeded()) {
                    readListed(directory.offset(entry), entry);
                }
            });
            endAtBomb();
        }

        private void readListed(long offset, ZipEntryHeader entry) {
            if (entry.isFolder() || entry.isSymbolicLink()) {
                sink.skip(entry.isFolder() ? "folder" : "symbolic_link");
                return;
            }
            long data;
            try (InputStream in = new BufferedInputStream(source.openAt(offset))) {
                data = offset + ZipEntryHeader.readLocal(in).offset();
            } catch (IOException e) {
                sink.reject(RejectReason.DAMAGED_RECORD, path(entry), 0, String.valueOf(e.getMessage()));
                return;
            }
            readEntry(data, entry);
        }

        /** Reads one file; returns false if it is known to be damaged. */
        private boolean readEntry(long data, ZipEntryHeader entry) {
            if (wacz && !entry.name().startsWith("archive/")) {
                sink.skip(waczKind(entry.name()));
                return true;
            }
            if (!ZipContent.isReadable(entry)) {
                String detail = "encrypted, or compressed by method " + entry.method();
                sink.reject(RejectReason.UNSUPPORTED_ENCODING, path(entry), 0, detail);
                return true;
            }
            ByteSource again = at -> {
                InputStream in = ZipContent.open(source, data, entry, sink.budget());
                in.skipNBytes(at);
                return in;
            };
            try (InputStream content = again.openAt(0)) {
                return entries.read(file, entry.name(), content, again, sink);
            } catch (IOException | RuntimeException e) {
                sink.reject(RejectReason.DAMAGED_RECORD, path(entry), 0, Rejects.cause(e));
                return false;
            }
        }

        private static String waczKind(String name) {
            if (name.startsWith("indexes/")) {
                return "wacz_index";
            }
            if (name.startsWith("pages/")) {
                return "wacz_pages";
            }
            return name.startsWith("datapackage") ? "wacz_datapackage" : "wacz_other";
        }

        private String path(ZipEntryHeader entry) {
            return file + "!/" + Printable.of(entry.name());
        }

        /** Reads the files by their local headers. */
        private void scan(String why) throws IOException {
            var scan = new ZipScanner(source);
            boolean sound = true;
            while (!sink.budget().isExceeded() && scan.next()) {
                ZipEntryHeader entry = scan.entry();
                if (entry.isFolder()) {
                    sink.skip("folder");
                }
                sound = entry.isFolder() || readEntry(scan.data(), entry);
                scan.advance(sound);
            }
            endAtBomb();
            if (sound && !sink.budget().isExceeded()) {
                sink.reject(RejectReason.TRUNCATED, file, scan.position(), why);
            }
        }

        private void endAtBomb() {
            if (sink.budget().isExceeded()) {
                sink.reject(
                        RejectReason.RECORD_TOO_LARGE, file, 0, sink.budget().excess());
            }
        }
    }
}
