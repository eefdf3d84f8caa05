package org.lintas.archive.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.lintas.archive.bytes.ByteWindow;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.Utf8Stream;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.JsonRecords;
import org.lintas.archive.input.RecordSink;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;

/**
 * Reads the objects of a JSON array, or objects that follow one another, on one line or over several. A broken one is one
 * reject; reading goes on at the next that starts like those before, or that is an article.
 */
public final class JsonArrayReader implements ArchiveReader {

    private final int maxElementBytes;
    private final JsonRecords records;

    public JsonArrayReader(int maxElementBytes, FieldNames fields) {
        this.maxElementBytes = maxElementBytes;
        this.records = new JsonRecords(fields);
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        try (InputStream in = Utf8Stream.of(Compression.open(source, sink.budget()))) {
            new Pass(file, new ByteWindow(in, 0), sink).read();
        }
    }

    /** One reading of a file. */
    private final class Pass {
        /** So many bytes are searched in vain for articles between broken elements, before only likeness counts. */
        private static final long MAX_EFFORT = 1L << 30;

        private static final int MAX_KEY = 256;
        private static final int MAX_GAP = 256;

        private final String file;
        private final ByteWindow in;
        private final RecordSink sink;
        private boolean inArray;
        private byte[] firstKey;
        private byte[] separator;
        private long effort;

        Pass(String file, ByteWindow in, RecordSink sink) {
            this.file = file;
            this.in = in;
            this.sink = sink;
        }

        void read() {
            if (in.at(0) == 0xEF && in.at(1) == 0xBB && in.at(2) == 0xBF) {
                in.advance(3);
            }
            boolean more = true;
            while (more) {
                int b = in.at(0);
                if (b < 0) {
                    end();
                    more = false;
                } else if (b == '{') {
                    more = readElement();
                } else if (b == '[' || b == ']') {
                    inArray = b == '[';
                    in.advance(1);
                } else if (isGap(b)) {
                    in.advance(1);
                } else {
                    more = passBroken("not an object");
                }
            }
        }

        private void end() {
            if (in.failure() != null) {
                sink.reject(
                        RejectReason.TRUNCATED,
                        file,
                        in.position(),
                        String.valueOf(in.failure().getMessage()));
            } else if (inArray) {
                sink.reject(RejectReason.TRUNCATED, file, in.position(), "the array has no end");
            }
        }

        /** Reads the object at the start of the window; false if the file ends with it. */
        private boolean readElement() {
            if (firstKey == null) {
                firstKey = key(0);
            }
            var shape = new JsonShape();
            int length = length(0, shape);
            if (length > 0) {
                return readWhole(length);
            }
            if (-length > maxElementBytes) {
                return passLarge(shape);
            }
            if (in.at(-length) < 0) {
                String detail =
                        in.failure() != null ? String.valueOf(in.failure().getMessage()) : "inside an object";
                sink.reject(RejectReason.TRUNCATED, file, in.position(), detail);
                return false;
            }
            return passBroken("broken at byte " + (in.position() - length));
        }

        private boolean readWhole(int length) {
            byte[] bytes = in.copy(0, length);
            if (!JsonRecords.isSound(bytes) && contains(length)) {
                return passBroken("an object that does not end where it should");
            }
            records.read(file, in.position(), bytes, sink);
            in.advance(length);
            int gap = gap(0);
            if (separator == null && in.at(gap) == '{') {
                // In an array they are the same bytes everywhere, other than inside its objects.
                separator = in.copy(0, gap);
            }
            return true;
        }

        /** Whether a broken object that seems whole has swallowed others. */
        private boolean contains(int length) {
            for (int i = 1; i < length; i++) {
                if (isGap(in.at(i)) && isNext(i)) {
                    return true;
                }
            }
            return false;
        }

        private boolean passLarge(JsonShape shape) {
            String detail = "an object of more than " + maxElementBytes + " bytes";
            sink.reject(RejectReason.RECORD_TOO_LARGE, file, in.position(), detail);
            in.advance(maxElementBytes);
            while (in.at(0) >= 0) {
                JsonShape.State state = shape.next(in.at(0));
                if (state == JsonShape.State.BROKEN) {
                    return findNext();
                }
                in.advance(1);
                if (state == JsonShape.State.COMPLETE) {
                    return true;
                }
            }
            return false;
        }

        private boolean passBroken(String detail) {
            sink.reject(RejectReason.INVALID_JSON, file, in.position(), detail);
            in.advance(1);
            return findNext();
        }

        /** Slides to the next element; false if there is none. */
        private boolean findNext() {
            while (in.at(0) >= 0) {
                if (isGap(in.at(0)) && isNext(0)) {
                    return true;
                }
                in.advance(1);
            }
            return false;
        }

        /** Whether behind a gap there is an element of the array, and not some object inside of one. */
        private boolean isNext(int gap) {
            int start = gap + gap(gap);
            if (in.at(start) != '{') {
                return false;
            }
            boolean likeOthers = firstKey != null && Arrays.equals(firstKey, key(start));
            if (likeOthers && (separator == null || Arrays.equals(separator, in.copy(gap, start)))) {
                return true;
            }
            if (effort > MAX_EFFORT) {
                return false;
            }
            int length = length(start, new JsonShape());
            effort += Math.abs(length);
            return length > 0 && records.isArticle(in.copy(start, start + length));
        }

        /** Length of the object at a place; where it is broken, cut off or too long, how far it is sound, negative. */
        private int length(int start, JsonShape shape) {
            for (int i = 0; i < maxElementBytes; i++) {
                int b = in.at(start + i);
                JsonShape.State state = b < 0 ? JsonShape.State.BROKEN : shape.next(b);
                if (state == JsonShape.State.COMPLETE) {
                    return i + 1;
                }
                if (state == JsonShape.State.BROKEN) {
                    return -i;
                }
            }
            return -maxElementBytes - 1;
        }

        /** Length of the commas and white space at a place. */
        private int gap(int start) {
            int length = 0;
            while (length < MAX_GAP && isGap(in.at(start + length))) {
                length++;
            }
            return length;
        }

        private static boolean isGap(int b) {
            return b == ',' || b == ' ' || b == '\t' || b == '\n' || b == '\r';
        }

        /** The first key of the object at a place, quotation marks included; null if it has none. */
        private byte[] key(int start) {
            int from = start + 1;
            while (isGap(in.at(from)) && from < start + MAX_KEY) {
                from++;
            }
            int to = from + 1;
            while (in.at(to) >= 0 && in.at(to) != '"' && to < from + MAX_KEY) {
                to++;
            }
            return in.at(from) == '"' && in.at(to) == '"' ? in.copy(from, to + 1) : null;
        }
    }
}
