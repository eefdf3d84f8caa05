package org.lintas.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.FieldNames;
import org.lintas.archive.table.AvroBlocks;
import org.lintas.archive.table.ParquetFile;
import org.lintas.charset.Utf16Or32Detector;

/** The supported formats of archive files, detected by content, or by name if the content is inconclusive. */
public enum ArchiveFormat {
    /** WARC 0.18 to 1.1 and ARC, plain or compressed; WET files are WARC too. */
    WARC("\\.w?arc(\\.|$)|\\.wet(\\.|$)"),
    /** One JSON object a line. */
    JSON_LINES("\\.(jsonl|ndjson|jl)(\\.|$)"),
    /** JSON objects in an array or one after another, pretty printed or not. */
    JSON("\\.json(\\.|$)"),
    /** A table of values separated by commas, semicolons or tabs, with a header. */
    CSV("\\.(csv|tsv|tab)(\\.|$)"),
    /** Avro object container files. */
    AVRO("\\.avro(\\.|$)"),
    /** Parquet files. */
    PARQUET("\\.(parquet|pq)(\\.|$)"),
    /** A page saved by a browser with all its resources. */
    MHTML("\\.mht(ml)?(\\.|$)"),
    /** An HTML page. */
    HTML("\\.(x?html?|htm)(\\.|$)"),
    /** Plain text whose first line is the headline. */
    TEXT("\\.txt(\\.|$)"),
    /** A ZIP of any of these; includes WACZ. */
    ZIP("\\.(zip|wacz)$"),
    /** A tar of any of these. */
    TAR("\\.(tar(\\.|$)|tgz$)");

    /** Number of bytes at the start of a file that are needed to detect its format. */
    public static final int HEAD = 4096;

    private static final Pattern ARC_RECORD = Pattern.compile("^filedesc:|^\\S+://\\S+ [0-9.]{7,15} \\d{14} ");

    /**
     * Several leading comments are matched as one, from the first start to the last end, since matching each takes too
     * long.
     */
    private static final Pattern PAGE =
            Pattern.compile("^(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)?<(!doctype html|html|head|body)", Pattern.DOTALL);

    private static final Pattern HEADER_START = Pattern.compile("[a-z-]+:");
    private static final Pattern HEADER_END = Pattern.compile("\r?\n\r?\n");
    private static final Pattern ARRAY = Pattern.compile("\\[\\s*\\{\\s*\"");
    private static final Pattern OBJECT = Pattern.compile("\\{\\s*\"");
    private static final Pattern OBJECT_OVER_LINES = Pattern.compile("\\{[ \\t]*\\R|[^\\r\\n]*,[ \\t]*\\R");

    private final Pattern name;

    ArchiveFormat(String name) {
        this.name = Pattern.compile(name);
    }

    /**
     * The format of a file.
     *
     * @param fileName name, path or URI of the file
     * @param head the first {@link #HEAD} bytes of the file, or all of a shorter one
     * @return empty if neither content nor name are conclusive
     */
    public static Optional<ArchiveFormat> of(String fileName, byte[] head) {
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5)) {
            return Optional.of(ZIP);
        }
        byte[] content = decompressed(head);
        if (isTar(content)) {
            return Optional.of(TAR);
        }
        if (AvroBlocks.isMagic(content)) {
            return Optional.of(AVRO);
        }
        if (new String(content, 0, Math.min(content.length, 4), StandardCharsets.ISO_8859_1)
                .equals(ParquetFile.MAGIC)) {
            return Optional.of(PARQUET);
        }
        String start = start(content).stripLeading();
        String lower = start.toLowerCase(Locale.ROOT);
        if (start.startsWith("WARC/") || ARC_RECORD.matcher(start).find()) {
            return Optional.of(WARC);
        }
        if (PAGE.matcher(lower.replace("ï»¿", "")).find()) {
            return Optional.of(HTML);
        }
        if (isMhtml(lower)) {
            return Optional.of(MHTML);
        }
        Optional<ArchiveFormat> named = byName(fileName);
        Optional<ArchiveFormat> json = json(start.replace("ï»¿", ""));
        if (named.isEmpty()) {
            return json.isEmpty() && isTable(lower) ? Optional.of(CSV) : json;
        }
        return named.get() == JSON_LINES || named.get() == JSON ? json.or(() -> named) : named;
    }

    /**
     * The unsupported compression of a file; empty if there is none. Brotli has no magic number, and many host names
     * end with {@code .br}, so that such a name counts only if the content is inconclusive.
     */
    public static Optional<String> unreadCompression(String fileName, byte[] head) {
        boolean isBrotli = fileName.toLowerCase(Locale.ROOT).endsWith(".br")
                && of("", head).isEmpty()
                && !isText(head);
        return isBrotli ? Optional.of("brotli") : Compression.unread(head);
    }

    private static boolean isText(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).chars().noneMatch(c -> c < '\t');
    }

    /** The first characters of a file, decoded as UTF-16 or UTF-32 if detected, else one character per byte. */
    private static String start(byte[] content) {
        return new String(content, Utf16Or32Detector.atStart(content).orElse(StandardCharsets.ISO_8859_1))
                .replace("\uFEFF", "");
    }

    /** Whether a text starts with a MIME header of type multipart/related. */
    private static boolean isMhtml(String start) {
        Matcher end = HEADER_END.matcher(start);
        String header = end.find() ? start.substring(0, end.start()) : start;
        return HEADER_START.matcher(header).lookingAt()
                && header.contains("mime-version:")
                && header.contains("multipart/related");
    }

    /** The JSON format that a text starts like; a whole object on the first line means JSON lines. */
    private static Optional<ArchiveFormat> json(String start) {
        if (ARRAY.matcher(start).lookingAt()) {
            return Optional.of(JSON);
        }
        if (OBJECT.matcher(start).lookingAt()) {
            return Optional.of(OBJECT_OVER_LINES.matcher(start).lookingAt() ? JSON : JSON_LINES);
        }
        return Optional.empty();
    }

    /** Whether a text starts with a header of columns that includes the text and another part of an article. */
    private static boolean isTable(String start) {
        String header = start.replace("ï»¿", "").lines().findFirst().orElse("").replace("\"", "");
        Map<String, List<String>> names = FieldNames.DEFAULT.names();
        return Stream.of(",", ";", "\t")
                .map(delimiter -> List.of(header.split(delimiter)))
                .anyMatch(columns -> !Collections.disjoint(columns, names.get("text"))
                        && Stream.of("title", "url", "id")
                                .anyMatch(part -> !Collections.disjoint(columns, names.get(part))));
    }

    /** The format by the name of a file. */
    static Optional<ArchiveFormat> byName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf('/') + 1);
        for (ArchiveFormat format :
                new ArchiveFormat[] {ZIP, TAR, WARC, JSON_LINES, JSON, CSV, AVRO, PARQUET, MHTML, HTML, TEXT}) {
            if (format.name.matcher(last).find()) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static byte[] decompressed(byte[] head) {
        Compression compression = Compression.of(head);
        if (compression == Compression.NONE) {
            return head;
        }
        var content = new byte[HEAD];
        int length = 0;
        try (var in = compression.decompress(new ByteArrayInputStream(head))) {
            int n;
            while (length < content.length && (n = in.read(content, length, content.length - length)) > 0) {
                length += n;
            }
        } catch (IOException e) {
            // The head ends within a compressed block, or its magic number is wrong: use the bytes so far, else the
            // name decides.
            return Arrays.copyOf(content, length);
        }
        return Arrays.copyOf(content, length);
    }

    private static boolean isTar(byte[] content) {
        return content.length >= 262 && new String(content, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }
}
