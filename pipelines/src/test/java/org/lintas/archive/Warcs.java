package org.lintas.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Creates WARC records and files. */
public final class Warcs {

    /** Ways to store records in a file. */
    public enum Storage {
        PLAIN,
        GZIP,
        ZSTD
    }

    private Warcs() {}

    public static byte[] response(String url, String status, String type, String body) {
        String http = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        return record("response", url, "application/http; msgtype=response", http);
    }

    public static byte[] record(String type, String url, String contentType, String body) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + type + "-" + url
                + ">\r\nWARC-Date: 2025-12-20T03:00:00Z\r\n"
                + (url == null ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "Content-Type: " + contentType + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    /** Distinct pages of a given length. */
    public static List<byte[]> pages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> response(url(i), "200 OK", "text/html", ("<p>halaman " + i + "</p>\n").repeat(5 + i)))
                .toList();
    }

    public static String url(int page) {
        return "https://berita.example/" + page;
    }

    /** The bytes of a record. */
    public static byte[] stored(Storage storage, byte[] record) {
        var out = new ByteArrayOutputStream();
        try (var member = switch (storage) {
            case PLAIN -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdOutputStream(out).setChecksum(true);
        }) {
            member.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] file(Storage storage, List<byte[]> records) {
        return concat(records.stream().map(record -> stored(storage, record)).toArray(byte[][]::new));
    }

    public static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
