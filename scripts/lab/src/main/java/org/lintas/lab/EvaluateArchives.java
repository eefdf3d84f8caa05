package org.lintas.lab;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.bytes.Budget;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Capture;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/**
 * Counts the records of WARC and ARC files that the reader finds, against the sound ones that a plain search of the decompressed
 * bytes finds: those whose header gives a length at whose end the next record, or the end of the file, follows.
 *
 * <p>Usage: {@code EvaluateArchives FOLDER}.
 */
public final class EvaluateArchives {

    private static final Pattern WARC_START =
            Pattern.compile("WARC/[\\d.]+\\r?\\n((?:[^\\r\\n]+\\r?\\n)+)\\r?\\n", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARC_START =
            Pattern.compile("(?<=^|\\n)[a-z]+:\\S[^\\n]* (?:[\\d.:a-f]+|-) (?:\\d{14}|-) \\S+ (\\d+)\\r?\\n");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");
    private static final int MAX_RECORD = 64 << 20;

    private EvaluateArchives() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: EvaluateArchives FOLDER");
        }
        int sound = 0;
        int read = 0;
        int damaged = 0;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                var counts = new Counts(Files.size(file));
                byte[] bytes = Files.readAllBytes(file);
                new ArchiveReaders(MAX_RECORD, FieldNames.DEFAULT)
                        .of(ArchiveFormat.WARC)
                        .read(file.getFileName().toString(), from -> open(bytes, from), counts);
                int expected = soundRecords(bytes);
                sound += expected;
                // A record that is whole, but not what its header says, is told of by its id.
                int told = counts.records() + counts.named;
                read += Math.min(told, expected);
                damaged += counts.damaged;
                String verdict = told < expected ? "MISSED " + (expected - told) : "";
                if (!verdict.isEmpty() || counts.damaged > 0) {
                    System.out.printf(
                            "  %s: %d sound, %d read, %d damaged spans %s%n",
                            file.getFileName(), expected, counts.records(), counts.damaged, verdict);
                    counts.details.forEach(detail -> System.out.println("      " + detail));
                }
            }
        }
        System.out.printf(
                "%d sound records, %d of them read or rejected by their id; %d damaged spans rejected%n",
                sound, read, damaged);
    }

    private static InputStream open(byte[] bytes, long from) {
        int at = (int) Math.min(from, bytes.length);
        return new ByteArrayInputStream(bytes, at, bytes.length - at);
    }

    private static int soundRecords(byte[] bytes) throws IOException {
        int records = 0;
        for (String content : contents(bytes)) {
            boolean warc = content.contains("WARC/");
            Matcher start = (warc ? WARC_START : ARC_START).matcher(content);
            int from = 0;
            while (start.find(from)) {
                int end = end(start, warc, content);
                records += end >= 0 ? 1 : 0;
                from = end >= 0 ? end : start.end();
            }
        }
        return records;
    }

    /** Where the block of a record ends, if something that may stand behind a record follows; else -1. */
    private static int end(Matcher start, boolean warc, String content) {
        Matcher length = LENGTH.matcher(warc ? start.group(1) : "content-length: " + start.group(1));
        if (!length.find()) {
            return -1;
        }
        long end = start.end() + Long.parseLong(length.group(1));
        if (end > content.length()) {
            return -1;
        }
        String rest = content.substring((int) end, (int) Math.min(content.length(), end + 4));
        boolean closed = rest.isEmpty() || rest.startsWith("\r\n\r\n") || (!warc && rest.startsWith("\n"));
        return closed ? (int) end : -1;
    }

    /** The decompressed bytes of a file; of a gzip file those of each member that can be decompressed, joined where whole. */
    private static List<String> contents(byte[] bytes) throws IOException {
        if (bytes.length > 2 && bytes[0] == 'B' && bytes[1] == 'Z') {
            try (var in = new BZip2CompressorInputStream(new ByteArrayInputStream(bytes), true)) {
                return List.of(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return List.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        var contents = new ArrayList<String>();
        var joined = new ByteArrayOutputStream();
        for (int at = 0; at + 2 < bytes.length; at++) {
            if ((bytes[at] & 0xFF) == 0x1F && (bytes[at + 1] & 0xFF) == 0x8B && bytes[at + 2] == 8) {
                byte[] member = member(bytes, at);
                String text = new String(member, StandardCharsets.ISO_8859_1);
                boolean start =
                        text.startsWith("WARC/") || ARC_START.matcher(text).lookingAt();
                if (start && joined.size() > 0) {
                    contents.add(joined.toString(StandardCharsets.ISO_8859_1));
                    joined.reset();
                }
                joined.writeBytes(member);
            }
        }
        contents.add(joined.toString(StandardCharsets.ISO_8859_1));
        return contents;
    }

    /** The content of the one gzip member at an offset, as far as its check sum vouches for it; else nothing. */
    private static byte[] member(byte[] bytes, int at) {
        var from = new ByteArrayInputStream(bytes, at, bytes.length - at);
        try (var in = GzipCompressorInputStream.builder().setInputStream(from).get()) {
            return in.readAllBytes();
        } catch (IOException e) {
            // Damaged members, and bytes that only look like the start of one, hold no sound record.
            return new byte[0];
        }
    }

    private static final class Counts implements RecordSink {
        private final Map<String, Integer> kinds = new HashMap<>();
        private final List<String> details = new ArrayList<>();
        private final Budget budget;
        private int damaged;
        private int named;

        Counts(long length) {
            this.budget = new Budget(length);
        }

        @Override
        public Budget budget() {
            return budget;
        }

        @Override
        public void capture(Capture capture) {
            kinds.merge("capture", 1, Integer::sum);
        }

        @Override
        public void reject(Reject reject) {
            boolean damage =
                    reject.getReason() == RejectReason.DAMAGED_RECORD || reject.getReason() == RejectReason.TRUNCATED;
            if (damage) {
                damaged++;
                named += reject.getRecordId() == null ? 0 : 1;
                details.add(reject.getArchiveOffset() + ": " + reject.getDetail());
            } else {
                kinds.merge("reject", 1, Integer::sum);
            }
        }

        @Override
        public void skip(String kind) {
            kinds.merge(kind, 1, Integer::sum);
        }

        int records() {
            return kinds.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
