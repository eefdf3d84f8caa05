package org.lintas.archive;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.lintas.schemas.RejectReason;

/** Reads the files in a tar, plain or compressed. Links and devices count for nothing. */
final class TarReader implements ArchiveReader {

    private final ContainerEntry entries;

    TarReader(ArchiveReaders readers) {
        this.entries = new ContainerEntry(readers);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        long index = 0;
        try (TarArchiveInputStream tar = open(source)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    long at = index++;
                    entries.read(file, entry.getName(), tar, offset -> reopen(source, at, offset), sink);
                }
            }
        } catch (IOException e) {
            sink.reject(RejectReason.TRUNCATED, file, index, "at entry " + index + ": " + e.getMessage());
        }
    }

    private static TarArchiveInputStream open(ByteSource source) throws IOException {
        byte[] head;
        try (InputStream in = source.openAt(0)) {
            head = in.readNBytes(4);
        }
        return new TarArchiveInputStream(Compression.of(head).decompress(source.openAt(0)), "UTF-8");
    }

    private static InputStream reopen(ByteSource source, long index, long offset) throws IOException {
        TarArchiveInputStream tar = open(source);
        for (long i = -1; i < index; ) {
            if (tar.getNextEntry().isFile()) {
                i++;
            }
        }
        tar.skipNBytes(offset);
        return tar;
    }
}
