package org.lintas.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.lintas.element.Capture;
import org.lintas.element.Content;
import org.lintas.rejects.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/** Tells which WARC records are documents, and takes the document out of its HTTP envelope. */
final class WarcDocuments {

    private final int maxPayloadBytes;

    WarcDocuments(int maxPayloadBytes) {
        this.maxPayloadBytes = maxPayloadBytes;
    }

    void read(WarcRecord record, String file, long offset, RecordSink sink) throws IOException {
        if (record instanceof WarcResponse response) {
            readResponse(response, file, offset, sink);
        } else if (record instanceof WarcResource) {
            readPlain(record, Content.HTML, file, offset, sink);
        } else if (record instanceof WarcConversion) {
            readPlain(record, Content.TEXT, file, offset, sink);
        } else {
            sink.skip(record.type().toLowerCase(Locale.ROOT));
        }
    }

    private void readResponse(WarcResponse response, String file, long offset, RecordSink sink) throws IOException {
        if (!baseType(response.headers().first("Content-Type").orElse("")).equals("application/http")) {
            sink.skip("response_not_http");
            return;
        }
        HttpResponse http = response.http();
        if (http.status() != 200) {
            sink.skip("http_" + http.status());
            return;
        }
        String type = http.headers().first("Content-Type").orElse("text/html");
        if (!isHtml(type)) {
            sink.skip("not_html");
            return;
        }
        String encoding = http.headers()
                .first("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        InputStream body = new BufferedInputStream(http.body().stream());
        switch (encoding) {
            case "", "identity", "none", "utf-8" -> {}
            case "gzip", "x-gzip" -> body = gunzip(body);
            case "deflate" -> body = new InflaterInputStream(body);
            default -> {
                sink.reject(reject(response, RejectReason.UNSUPPORTED_ENCODING, file, offset, encoding));
                return;
            }
        }
        capture(response, body, Content.HTML, charset(type), file, offset, sink);
    }

    /** The unzipped body; some crawlers have unzipped it already and kept the header. */
    private static InputStream gunzip(InputStream body) throws IOException {
        body.mark(2);
        byte[] magic = body.readNBytes(2);
        body.reset();
        return Compression.of(magic) == Compression.GZIP ? new GZIPInputStream(body) : body;
    }

    private void readPlain(WarcRecord record, Content content, String file, long offset, RecordSink sink)
            throws IOException {
        String type = record.headers().first("Content-Type").orElse("");
        boolean fits = content == Content.HTML ? isHtml(type) : baseType(type).equals("text/plain");
        if (fits) {
            // A WET record is UTF-8 by its specification and declares no charset.
            Optional<String> charset = content == Content.TEXT ? Optional.of("UTF-8") : charset(type);
            capture(record, record.body().stream(), content, charset, file, offset, sink);
        } else {
            sink.skip("not_html");
        }
    }

    private void capture(
            WarcRecord record,
            InputStream body,
            Content content,
            Optional<String> charset,
            String file,
            long offset,
            RecordSink sink)
            throws IOException {
        byte[] payload = body.readNBytes(maxPayloadBytes + 1);
        if (payload.length > maxPayloadBytes) {
            String detail = "payload of more than " + maxPayloadBytes + " bytes";
            sink.reject(reject(record, RejectReason.RECORD_TOO_LARGE, file, offset, detail));
            return;
        }
        sink.capture(Capture.newBuilder()
                .setRecordId(recordId(record))
                .setArchiveFile(file)
                .setArchiveOffset(offset)
                .setUrl(target(record).orElse(null))
                .setCapturedAt(date(record).orElse(null))
                .setContent(content)
                .setCharset(charset.orElse(null))
                .setPayload(ByteBuffer.wrap(payload))
                .setFields(Map.of())
                .build());
    }

    /** A reject of a record whose header could be read. */
    static Reject reject(WarcRecord record, RejectReason reason, String file, long offset, String detail) {
        return Rejects.of("archive", reason, file, offset, detail)
                .setRecordId(recordId(record))
                .setUrl(target(record).orElse(null))
                .build();
    }

    /** The id of the record; ARC records have none and are named by their address and date. */
    static String recordId(WarcRecord record) {
        boolean arc = record.version().getProtocol().equals("ARC");
        Optional<String> id = record.headers().first("WARC-Record-ID").filter(any -> !arc);
        return id.orElseGet(() -> target(record).orElse("") + "@"
                + date(record).map(Object::toString).orElse(""));
    }

    private static Optional<Instant> date(WarcRecord record) {
        try {
            return Optional.ofNullable(record.date());
        } catch (RuntimeException e) {
            // A date that cannot be read is a date that is not known.
            return Optional.empty();
        }
    }

    static Optional<String> target(WarcRecord record) {
        return record.headers().first("WARC-Target-URI").map(uri -> uri.replaceAll("^<|>$", ""));
    }

    private static boolean isHtml(String contentType) {
        String type = baseType(contentType);
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    private static String baseType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> charset(String contentType) {
        try {
            return Optional.ofNullable(
                    MediaType.parseLeniently(contentType).parameters().get("charset"));
        } catch (IllegalArgumentException e) {
            // A content type that cannot be read declares nothing.
            return Optional.empty();
        }
    }
}
