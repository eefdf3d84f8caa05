package org.lintas.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.lintas.schemas.RejectReason;

/** Reads the files in a zip, in one stream, so that a cut-off zip gives what lies before the cut. */
final class ZipReader implements ArchiveReader {

    private final ContainerEntry entries;

    ZipReader(ArchiveReaders readers) {
        this.entries = new ContainerEntry(readers);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        long index = 0;
        try (ZipArchiveInputStream zip = open(source)) {
            for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                long at = index++;
                if (!zip.canReadEntryData(entry)) {
                    String detail = "encrypted, or compressed by method " + entry.getMethod();
                    sink.reject(RejectReason.UNSUPPORTED_ENCODING, file + "!/" + entry.getName(), 0, detail);
                    continue;
                }
                entries.read(file, entry.getName(), zip, offset -> reopen(source, at, offset), sink);
            }
        } catch (IOException e) {
            sink.reject(RejectReason.TRUNCATED, file, index, "at entry " + index + ": " + e.getMessage());
        }
    }

    private static ZipArchiveInputStream open(ByteSource source) throws IOException {
        return new ZipArchiveInputStream(new BufferedInputStream(source.openAt(0)), "UTF-8", true, true);
    }

    private static InputStream reopen(ByteSource source, long index, long offset) throws IOException {
        ZipArchiveInputStream zip = open(source);
        for (long i = -1; i < index; ) {
            if (!zip.getNextEntry().isDirectory()) {
                i++;
            }
        }
        zip.skipNBytes(offset);
        return zip;
    }
}
