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
import org.lintas.charset.WideText;

/** The kinds of archive files that can be read, told by content first and by name where the content says nothing. */
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
    /** A page that a browser has saved with all that belongs to it. */
    MHTML("\\.mht(ml)?(\\.|$)"),
    /** A page. */
    HTML("\\.(x?html?|htm)(\\.|$)"),
    /** A plain text, its first line the headline. */
    TEXT("\\.txt(\\.|$)"),
    /** A zip of any of these; WACZ files are zips too. */
    ZIP("\\.(zip|wacz)$"),
    /** A tar of any of these. */
    TAR("\\.(tar(\\.|$)|tgz$)");

    /** How many bytes of a file are enough to tell its format. */
    public static final int HEAD = 4096;

    private static final Pattern ARC_RECORD = Pattern.compile("^filedesc:|^\\S+://\\S+ [0-9.]{7,15} \\d{14} ");

    /** Of several comments the first one opens and the last one closes what stands before the page: one by one they would take long. */
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
     * @param fileName name, path or URI
     * @param head the first bytes of the file, {@link #HEAD} of them where it has as many
     * @return empty where neither content nor name tell
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
     * By what a file is compressed that is not read; empty for all others. Brotli has no magic number, and {@code .br} is also the end
     * of many hosts, so that such a name counts only where the content says nothing.
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

    /** The first characters of a file; of what stands in no wide charset each byte is one. */
    private static String start(byte[] content) {
        return new String(content, WideText.atStart(content).orElse(StandardCharsets.ISO_8859_1)).replace("\uFEFF", "");
    }

    /** Whether a text starts with the header of related parts. */
    private static boolean isMhtml(String start) {
        Matcher end = HEADER_END.matcher(start);
        String header = end.find() ? start.substring(0, end.start()) : start;
        return HEADER_START.matcher(header).lookingAt()
                && header.contains("mime-version:")
                && header.contains("multipart/related");
    }

    /** Which JSON a text starts like; an object on a line of its own makes lines. */
    private static Optional<ArchiveFormat> json(String start) {
        if (ARRAY.matcher(start).lookingAt()) {
            return Optional.of(JSON);
        }
        if (OBJECT.matcher(start).lookingAt()) {
            return Optional.of(OBJECT_OVER_LINES.matcher(start).lookingAt() ? JSON : JSON_LINES);
        }
        return Optional.empty();
    }

    /** Whether a text starts with a header that names two parts of an article, its text among them. */
    private static boolean isTable(String start) {
        String header = start.replace("ï»¿", "").lines().findFirst().orElse("").replace("\"", "");
        Map<String, List<String>> names = FieldNames.DEFAULT.names();
        return Stream.of(",", ";", "\t")
                .map(delimiter -> List.of(header.split(delimiter)))
                .anyMatch(columns -> !Collections.disjoint(columns, names.get("text"))
                        && Stream.of("title", "url", "id")
                                .anyMatch(part -> !Collections.disjoint(columns, names.get(part))));
    }

    /** The format that a name promises. */
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
            // The head ends in the middle of a compressed block, or is not what its magic number says: what has come so
            // far is looked at, and else the name decides.
            return Arrays.copyOf(content, length);
        }
        return Arrays.copyOf(content, length);
    }

    private static boolean isTar(byte[] content) {
        return content.length >= 262 && new String(content, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }
}
