package org.lintas.archive.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.storage.ByteSource;

/** Finds the files in a zip by their local headers, as where its central directory is lost. */
public final class ZipScan {

    private static final int[] LOCAL_MAGIC = {'P', 'K', 3, 4};
    private static final int MAX_NAME = 4096;

    private final ByteSource source;
    private ZipRecord entry;
    private long start;
    private long data;
    private long position;

    /** A search from the start of a zip. */
    public ZipScan(ByteSource source) {
        this.source = source;
    }

    /** Where the search has come to. */
    public long position() {
        return position;
    }

    /** The file that has been found; where its sizes follow its data, they have been measured. */
    public ZipRecord entry() {
        return entry;
    }

    /** Where the data of the file start. */
    public long data() {
        return data;
    }

    /** Looks for the next file; false if there is none. */
    public boolean next() throws IOException {
        while (find()) {
            start = position;
            try (InputStream in = new BufferedInputStream(source.openAt(start))) {
                ZipRecord header = ZipRecord.readLocal(in);
                data = start + header.offset();
                boolean likely = !header.name().isEmpty() && header.name().length() <= MAX_NAME;
                entry = header.sizesFollow() && header.compressedSize() == 0 ? measured(header) : header;
                if (likely && entry.compressedSize() >= 0) {
                    return true;
                }
            } catch (IOException e) {
                // Bytes that only looked like a header, or one that is cut off.
                position = start;
            }
            position = start + LOCAL_MAGIC.length;
        }
        return false;
    }

    /** Goes on behind a sound file; of a damaged one nothing is known, and what it seems to hold may be others. */
    public void pass(boolean sound) {
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

    /** A file with the sizes that its data have. */
    private ZipRecord measured(ZipRecord header) throws IOException {
        return header.method() == 8 ? inflated(header) : stored(header);
    }

    private ZipRecord inflated(ZipRecord header) throws IOException {
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
                        // One byte more than there are tells the reader that the file is cut off.
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

    /** Of what is stored as it is, the end shows only by what follows. */
    private ZipRecord stored(ZipRecord header) throws IOException {
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

    private static ZipRecord sized(ZipRecord header, CRC32 crc, long compressed, long size) {
        return new ZipRecord(
                header.name(), header.method(), header.flags(), crc.getValue(), compressed, size, 0, header.offset());
    }
}
