package org.lintas.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Finds where the next WARC or ARC record starts, after damage. */
final class RecordStarts {

    private static final int WINDOW = 512;
    private static final Pattern START = Pattern.compile(
            "WARC/\\d\\.\\d+\\r?\\n[A-Za-z-]{1,80}:.*|\\S{1,300}://\\S+ [0-9.]{7,15} \\d{14} .*", Pattern.DOTALL);

    private final ByteSource source;
    private final boolean members;

    /**
     * Searches a source.
     *
     * @param source the records
     * @param members whether each record is a gzip member of its own
     */
    RecordStarts(ByteSource source, boolean members) {
        this.source = source;
        this.members = members;
    }

    /** The first offset at or behind the given one at which a record starts, or -1. */
    long next(long from) throws IOException {
        try (var in = new BufferedInputStream(source.openAt(from), 1 << 16)) {
            // What stands before the offset is the start of the damaged record, not the end of a line.
            int previous = 0;
            for (long at = from; ; at++) {
                in.mark(WINDOW);
                int c = in.read();
                if (c < 0) {
                    return -1;
                }
                // A WARC record may follow garbage anywhere, an ARC record is known by a line of its own.
                boolean candidate = members ? c == 0x1F : c == 'W' || (previous == '\n' && Character.isLetter(c));
                if (candidate) {
                    in.reset();
                    byte[] window = in.readNBytes(WINDOW);
                    if (members ? isMember(window, at) : isStart(window)) {
                        return at;
                    }
                    in.reset();
                    in.skipNBytes(1);
                }
                previous = c;
            }
        }
    }

    private boolean isMember(byte[] window, long at) throws IOException {
        if (window.length < 4 || (window[1] & 0xFF) != 0x8B || window[2] != 8) {
            return false;
        }
        try (InputStream raw = source.openAt(at);
                var member = new GZIPInputStream(raw)) {
            return isStart(member.readNBytes(WINDOW));
        } catch (IOException e) {
            // Three bytes that look like a gzip member and are none, or one too damaged to start reading at.
            return false;
        }
    }

    private static boolean isStart(byte[] window) {
        return START.matcher(new String(window, StandardCharsets.ISO_8859_1)).matches();
    }
}
