package org.lintas.archive.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.storage.ByteSource;

/** Finds the files of a ZIP by their local headers, if the central directory is missing or damaged. */
public final class ZipScanner {

    private static final int[] LOCAL_MAGIC = {'P', 'K', 3, 4};
    private static final int MAX_NAME = 4096;

    private final ByteSource source;
    private ZipEntryHeader entry;
    private long start;
    private long data;
    private long position;

    /** Creates a scanner at the start of a ZIP. */
    public ZipScanner(ByteSource source) {
        this.source = source;
    }

    /** The current offset. */
    public long position() {
        return position;
    }

    /** The current file; if its sizes follow its data, they have been determined by reading the data. */
    public ZipEntryHeader entry() {
        return entry;
    }

    /** Offset of the data of the current file. */
    public long data() {
        return data;
    }

    /** Moves to the next file; returns false if there is none. */
    public boolean next() throws IOException {
        while (find()) {
            start = position;
            try (InputStream in = new BufferedInputStream(source.openAt(start))) {
                ZipEntryHeader header = ZipEntryHeader.readLocal(in);
                data = start + header.offset();
                boolean likely = !header.name().isEmpty() && header.name().length() <= MAX_NAME;
                entry = header.sizesFollow() && header.compressedSize() == 0 ? measured(header) : header;
                if (likely && entry.compressedSize() >= 0) {
                    return true;
                }
            } catch (IOException e) {
                // Not a header, or a truncated one.
                position = start;
            }
            position = start + LOCAL_MAGIC.length;
        }
        return false;
    }

    /** Continues after a valid file; after a damaged one, continues within its data, which may contain other files. */
    public void advance(boolean sound) {
        position = sound ? data + entry.compressedSize() : start + LOCAL_MAGIC.length;
    }

    private boolean find() throws IOException {
        try (InputStream in = source.openAt(position)) {
            var window = new ByteWindow(in, position);
            while (window.at(LOCAL_MAGIC.length - 1) >= 0) {
                if (startsHere(window)) {
                    position = window.position();
                    return true;
                }
                window.advance(1);
            }
            position = window.position();
            return false;
        }
    }

    private static boolean startsHere(ByteWindow window) {
        for (int i = 0; i < LOCAL_MAGIC.length; i++) {
            if (window.at(i) != LOCAL_MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** Determines the sizes of a file from its data. */
    private ZipEntryHeader measured(ZipEntryHeader header) throws IOException {
        return header.method() == 8 ? inflated(header) : stored(header);
    }

    private ZipEntryHeader inflated(ZipEntryHeader header) throws IOException {
        var inflater = new Inflater(true);
        var crc = new CRC32();
        var input = new byte[1 << 13];
        var output = new byte[1 << 16];
        try (InputStream in = source.openAt(data)) {
            while (!inflater.finished()) {
                int n = inflater.inflate(output);
                crc.update(output, 0, n);
                if (n == 0 && inflater.needsDictionary()) {
                    break;
                }
                if (n == 0 && inflater.needsInput()) {
                    int read = in.read(input);
                    if (read < 0) {
                        // A size one byte too large makes the reader report the file as truncated.
                        return sized(header, crc, inflater.getBytesRead(), inflater.getBytesWritten() + 1);
                    }
                    inflater.setInput(input, 0, read);
                }
            }
            return sized(header, crc, inflater.getBytesRead(), inflater.getBytesWritten());
        } catch (DataFormatException e) {
            return sized(header, crc, inflater.getBytesRead(), inflater.getBytesWritten() + 1);
        } finally {
            inflater.end();
        }
    }

    /** The end of stored data is found by the signature that follows. */
    private ZipEntryHeader stored(ZipEntryHeader header) throws IOException {
        var crc = new CRC32();
        try (InputStream in = source.openAt(data)) {
            var window = new ByteWindow(in, data);
            while (window.at(0) >= 0
                    && !(window.at(0) == 'P' && window.at(1) == 'K' && window.at(2) < 9 && window.at(3) < 9)) {
                crc.update(window.at(0));
                window.advance(1);
            }
            long length = window.position() - data;
            return sized(header, crc, length, length);
        }
    }

    private static ZipEntryHeader sized(ZipEntryHeader header, CRC32 crc, long compressed, long size) {
        return new ZipEntryHeader(
                header.name(), header.method(), header.flags(), crc.getValue(), compressed, size, 0, header.offset());
    }
}
