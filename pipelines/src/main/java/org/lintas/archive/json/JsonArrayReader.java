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
 * Reads the objects of a JSON array, or concatenated objects, on one or several lines. A damaged object becomes one
 * reject; reading continues at the next object that starts with the same key as the first one, or that is an article.
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

    /** State of reading one file. */
    private final class Pass {
        /**
         * Limit of bytes scanned for articles between damaged elements; beyond it only elements with the same first key
         * are accepted.
         */
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
                    more = skipDamaged("not an object");
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

        /** Reads the object at the start of the window; returns false if the file ends within it. */
        private boolean readElement() {
            if (firstKey == null) {
                firstKey = key(0);
            }
            var scanner = new JsonObjectScanner();
            int length = length(0, scanner);
            if (length > 0) {
                return readWhole(length);
            }
            if (-length > maxElementBytes) {
                return skipLarge(scanner);
            }
            if (in.at(-length) < 0) {
                String detail =
                        in.failure() != null ? String.valueOf(in.failure().getMessage()) : "inside an object";
                sink.reject(RejectReason.TRUNCATED, file, in.position(), detail);
                return false;
            }
            return skipDamaged("broken at byte " + (in.position() - length));
        }

        private boolean readWhole(int length) {
            byte[] bytes = in.copy(0, length);
            if (!JsonRecords.isValidJson(bytes) && contains(length)) {
                return skipDamaged("an object that does not end where it should");
            }
            records.read(file, in.position(), bytes, sink);
            in.advance(length);
            int gap = gap(0);
            if (separator == null && in.at(gap) == '{') {
                // The separator of elements is the same throughout the array, but different from those inside objects.
                separator = in.copy(0, gap);
            }
            return true;
        }

        /** Whether a damaged object that seems complete contains other elements. */
        private boolean contains(int length) {
            for (int i = 1; i < length; i++) {
                if (isGap(in.at(i)) && isNext(i)) {
                    return true;
                }
            }
            return false;
        }

        private boolean skipLarge(JsonObjectScanner scanner) {
            String detail = "an object of more than " + maxElementBytes + " bytes";
            sink.reject(RejectReason.RECORD_TOO_LARGE, file, in.position(), detail);
            in.advance(maxElementBytes);
            while (in.at(0) >= 0) {
                JsonObjectScanner.State state = scanner.next(in.at(0));
                if (state == JsonObjectScanner.State.BROKEN) {
                    return findNext();
                }
                in.advance(1);
                if (state == JsonObjectScanner.State.COMPLETE) {
                    return true;
                }
            }
            return false;
        }

        private boolean skipDamaged(String detail) {
            sink.reject(RejectReason.INVALID_JSON, file, in.position(), detail);
            in.advance(1);
            return findNext();
        }

        /** Moves to the next element; returns false if there is none. */
        private boolean findNext() {
            while (in.at(0) >= 0) {
                if (isGap(in.at(0)) && isNext(0)) {
                    return true;
                }
                in.advance(1);
            }
            return false;
        }

        /** Whether the gap at an offset is followed by an element of the array, not by an object within an element. */
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
            int length = length(start, new JsonObjectScanner());
            effort += Math.abs(length);
            return length > 0 && records.isArticle(in.copy(start, start + length));
        }

        /**
         * Length of the object at an offset. If it is damaged, cut off or too long: the length of the valid part,
         * negated.
         */
        private int length(int start, JsonObjectScanner scanner) {
            for (int i = 0; i < maxElementBytes; i++) {
                int b = in.at(start + i);
                JsonObjectScanner.State state = b < 0 ? JsonObjectScanner.State.BROKEN : scanner.next(b);
                if (state == JsonObjectScanner.State.COMPLETE) {
                    return i + 1;
                }
                if (state == JsonObjectScanner.State.BROKEN) {
                    return -i;
                }
            }
            return -maxElementBytes - 1;
        }

        /** Length of the commas and white space at an offset. */
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

        /** The first key of the object at an offset, with quotation marks; null if it has none. */
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
