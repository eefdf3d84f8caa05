package org.lintas.archive.warc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lintas.archive.input.HostList;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.Rejects;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

/** Converts WARC records to captures: selects the records that are documents and decodes their HTTP messages. */
final class WarcDocuments {

    /** Record types without documents (ISO 28500, section 6). */
    private static final Set<String> OTHER_TYPES = Set.of("warcinfo", "request", "metadata", "revisit", "continuation");

    private final int maxPayloadBytes;
    private final HostList hosts;

    WarcDocuments(int maxPayloadBytes, HostList hosts) {
        this.maxPayloadBytes = maxPayloadBytes;
        this.hosts = hosts;
    }

    /**
     * Converts a record.
     *
     * @param block block of the record; may be read only partly
     * @return a callback that passes exactly one capture, reject or skip to a sink
     */
    Consumer<RecordSink> read(RecordHeader header, InputStream block, String file, long offset) {
        try {
            if (!hosts.reads(header.target().orElse(null))) {
                return skipped(HostList.OTHER_HOST);
            }
            return switch (header.type()) {
                case "response" -> response(header, block, file, offset);
                case "resource" -> plain(header, block, Content.HTML, file, offset);
                case "conversion" -> plain(header, block, Content.TEXT, file, offset);
                case "" -> rejected(header, RejectReason.DAMAGED_RECORD, file, offset, "no type of record");
                default -> skipped(OTHER_TYPES.contains(header.type()) ? header.type() : "other_record");
            };
        } catch (HttpMessage.UnknownCoding e) {
            return rejected(header, RejectReason.UNSUPPORTED_ENCODING, file, offset, e.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Decoders of bodies throw various exceptions for invalid input.
            return rejected(header, RejectReason.DAMAGED_RECORD, file, offset, Rejects.cause(e));
        }
    }

    private Consumer<RecordSink> response(RecordHeader header, InputStream block, String file, long offset)
            throws IOException {
        boolean web = header.target().orElse("").regionMatches(true, 0, "http", 0, 4);
        String type = HttpMessage.baseType(header.field("content-type").orElse(web ? "application/http" : ""));
        if (!type.equals("application/http")) {
            return skipped("response_not_http");
        }
        HttpMessage http = HttpMessage.read(block);
        if (http.status() != 200) {
            return skipped("http_" + http.status());
        }
        String contentType = http.header("content-type").orElse("text/html");
        if (!isHtml(contentType)) {
            return skipped("not_html");
        }
        Optional<String> charset = HttpMessage.charset(contentType);
        return document(header, http.content(maxPayloadBytes), Content.HTML, charset, file, offset);
    }

    private Consumer<RecordSink> plain(
            RecordHeader header, InputStream block, Content content, String file, long offset) throws IOException {
        String type = header.field("content-type").orElse("");
        boolean fits = content == Content.HTML
                ? isHtml(type)
                : HttpMessage.baseType(type).equals("text/plain");
        if (!fits) {
            return skipped("not_html");
        }
        // WET records are UTF-8 by specification and do not declare a charset.
        Optional<String> charset = content == Content.TEXT ? Optional.of("UTF-8") : HttpMessage.charset(type);
        return document(header, block.readNBytes(maxPayloadBytes + 1), content, charset, file, offset);
    }

    private Consumer<RecordSink> document(
            RecordHeader header, byte[] payload, Content content, Optional<String> charset, String file, long offset) {
        if (payload.length > maxPayloadBytes) {
            String detail = "payload of more than " + maxPayloadBytes + " bytes";
            return rejected(header, RejectReason.RECORD_TOO_LARGE, file, offset, detail);
        }
        Capture capture = Capture.newBuilder()
                .setRecordId(header.recordId())
                .setArchiveFile(file)
                .setArchiveOffset(offset)
                .setUrl(header.target().orElse(null))
                .setCapturedAt(header.date().orElse(null))
                .setContent(content)
                .setCharset(charset.orElse(null))
                .setPayload(ByteBuffer.wrap(payload))
                .setFields(Map.of())
                .build();
        return sink -> sink.capture(capture);
    }

    private static Consumer<RecordSink> skipped(String kind) {
        return sink -> sink.skip(kind);
    }

    /** A reject for a record with a readable header. */
    static Consumer<RecordSink> rejected(
            RecordHeader header, RejectReason reason, String file, long offset, String detail) {
        Reject reject = Rejects.of("archive", reason, file, offset, detail)
                .setRecordId(header.recordId())
                .setUrl(header.target().orElse(null))
                .build();
        return sink -> sink.reject(reject);
    }

    private static boolean isHtml(String contentType) {
        String type = HttpMessage.baseType(contentType);
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }
}
