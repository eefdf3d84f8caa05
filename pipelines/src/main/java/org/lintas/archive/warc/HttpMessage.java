package org.lintas.archive.warc;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.bytes.GzipStream;

/**
 * An archived HTTP response (RFC 9110, 9112), parsed as leniently as by browsers.
 *
 * @param status code, 100 to 999
 * @param headers by name in lower case; the first one if repeated
 * @param body body with its codings
 */
record HttpMessage(int status, Map<String, String> headers, InputStream body) {

    private static final int MAX_HEAD = 256 << 10;
    private static final Pattern STATUS = Pattern.compile("(?:HTTP(?:/\\d(?:\\.\\d)?)?|ICY)\\s+(\\d{3})(?:\\s.*)?");

    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");

    /** Content codings that mean identity, including common mistakes of servers. */
    private static final List<String> IDENTITY = List.of("", "identity", "none", "utf-8", "utf8", "binary", "8bit");

    /** Thrown for unsupported content codings. */
    static final class UnknownCoding extends IOException {
        private static final long serialVersionUID = 1;

        UnknownCoding(String coding) {
            super(coding);
        }
    }

    /**
     * Reads the head of a response.
     *
     * @throws IOException if the status line is missing or the head is too long
     */
    static HttpMessage read(InputStream block) throws IOException {
        var in = new BufferedInputStream(block);
        var budget = new int[] {MAX_HEAD};
        String first = line(in, budget);
        Matcher status = STATUS.matcher(first);
        if (!status.matches()) {
            throw new IOException("no HTTP status line: " + first.substring(0, Math.min(first.length(), 40)));
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in, budget); !line.isEmpty(); line = line(in, budget)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new HttpMessage(Integer.parseInt(status.group(1)), headers, in);
    }

    /**
     * The end of a message by its Content-Length, relative to its start; -1 if unknown, or if the message has codings
     * that the crawler may have removed.
     *
     * @param start start of the message, at least its head
     */
    static long declaredEnd(byte[] start) {
        try {
            HttpMessage http = read(new ByteArrayInputStream(start));
            String length = http.header("content-length").orElse("");
            boolean coded =
                    http.headers.containsKey("transfer-encoding") || http.headers.containsKey("content-encoding");
            if (coded || !LENGTH.matcher(length).matches()) {
                return -1;
            }
            return start.length - http.body.readAllBytes().length + Long.parseLong(length);
        } catch (IOException e) {
            return -1;
        }
    }

    /** Reads a line without its line end; empty at the end of the block. */
    private static String line(InputStream in, int[] budget) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (--budget[0] < 0) {
                throw new IOException("an HTTP head of more than " + MAX_HEAD + " bytes");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Decodes the transfer and content codings of the body; returns at most one byte more than the limit.
     *
     * @throws UnknownCoding if a coding is not supported
     * @throws IOException if the body does not match its headers
     */
    byte[] content(int limit) throws IOException {
        InputStream sent =
                header("transfer-encoding").orElse("").toLowerCase(Locale.ROOT).contains("chunked")
                        ? new ChunkedStream(body)
                        : body;
        List<String> codings = Arrays.stream(
                        header("content-encoding").orElse("").split(","))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !IDENTITY.contains(coding))
                .toList();
        if (codings.isEmpty()) {
            return sent.readNBytes(limit + 1);
        }
        var marked = new BufferedInputStream(sent);
        if (isMarkup(marked)) {
            return marked.readNBytes(limit + 1);
        }
        InputStream content = marked;
        for (int i = codings.size() - 1; i >= 0; i--) {
            content = decoded(new BufferedInputStream(content), codings.get(i));
        }
        return content.readNBytes(limit + 1);
    }

    /** Whether a body is already decoded: some crawlers decode it and keep the header. */
    private static boolean isMarkup(BufferedInputStream in) throws IOException {
        in.mark(64);
        byte[] start = in.readNBytes(64);
        in.reset();
        int at = start.length >= 3 && (start[0] & 0xFF) == 0xEF ? 3 : 0;
        while (at < start.length && Character.isWhitespace(start[at])) {
            at++;
        }
        boolean tag = at + 1 < start.length && start[at] == '<';
        return tag && (start[at + 1] == '!' || Character.isLetter(start[at + 1]));
    }

    private static InputStream decoded(BufferedInputStream in, String coding) throws IOException {
        in.mark(4);
        byte[] head = in.readNBytes(4);
        in.reset();
        return switch (coding) {
            case "gzip", "x-gzip" -> Compression.of(head) == Compression.GZIP ? new GzipStream(in) : in;
            case "deflate" -> new InflaterInputStream(in, new Inflater(!isZlib(head)));
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> new ZstdInputStreamNoFinalizer(in);
            default -> throw new UnknownCoding(coding);
        };
    }

    /** Whether bytes are the header of a zlib stream (RFC 1950, section 2.2); many servers send raw deflate data. */
    private static boolean isZlib(byte[] head) {
        return head.length >= 2 && (head[0] & 0x0F) == 8 && (((head[0] & 0xFF) << 8) | (head[1] & 0xFF)) % 31 == 0;
    }

    /** A media type without parameters. */
    static String baseType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The charset parameter of a media type. */
    static Optional<String> charset(String contentType) {
        return Arrays.stream(contentType.split(";"))
                .skip(1)
                .map(parameter -> parameter.split("=", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equalsIgnoreCase("charset"))
                .map(parts -> parts[1].replaceAll("[\"'\\s]", ""))
                .filter(charset -> !charset.isEmpty())
                .findFirst();
    }
}
