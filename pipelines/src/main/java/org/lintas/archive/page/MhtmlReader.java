package org.lintas.archive.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.lintas.archive.bytes.Compression;
import org.lintas.archive.input.ArchiveReader;
import org.lintas.archive.input.RecordSink;
import org.lintas.record.Capture;
import org.lintas.record.Content;
import org.lintas.record.Rejects;
import org.lintas.schemas.RejectReason;
import org.lintas.storage.ByteSource;
import org.lintas.text.NewsTime;

/**
 * Reads pages saved by browsers with all their resources (MHTML, RFC 2557). The page is the root of the related parts:
 * the one named by {@code start}, else the first HTML part. Other parts are ignored.
 */
public final class MhtmlReader implements ArchiveReader {

    private static final MimeConfig LIMITS = new MimeConfig.Builder()
            .setMaxLineLen(1 << 16)
            .setMaxHeaderLen(1 << 16)
            .setMaxHeaderCount(1_000)
            .setMaxContentLen(-1)
            .build();

    /** Maximum nesting of multiparts, since the parser is recursive; browsers use two levels. */
    private static final int MAX_DEPTH = 16;

    private static final Pattern START = Pattern.compile("(?i);\\s*start\\s*=\\s*\"?([^\";]+)");
    private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)");

    /** Longer dates are ignored, since matching comments takes quadratic time. */
    private static final int MAX_DATE = 1_000;

    private final int maxPageBytes;

    public MhtmlReader(int maxPageBytes) {
        this.maxPageBytes = maxPageBytes;
    }

    @Override
    public void read(String file, ByteSource source, RecordSink sink) throws IOException {
        readEntry(file, file.substring(file.lastIndexOf('/') + 1), source, sink);
    }

    /** Reads a page that is an entry of an archive. */
    public void readEntry(String file, String name, ByteSource source, RecordSink sink) throws IOException {
        try (InputStream in = Compression.open(source, sink.budget())) {
            var page = new Page();
            String damage = null;
            try {
                page.read(in);
            } catch (IOException | MimeException | RuntimeException | StackOverflowError e) {
                damage = Rejects.cause(e);
            }
            if (page.isWhole() && page.root.length <= maxPageBytes) {
                sink.capture(page.capture(file, name));
                return;
            }
            RejectReason reason = RejectReason.MISSING_TEXT;
            String detail = "no part of HTML";
            if (page.root != null && page.root.length > maxPageBytes) {
                reason = RejectReason.RECORD_TOO_LARGE;
                detail = "more than " + maxPageBytes + " bytes";
            } else if (page.cut) {
                reason = RejectReason.TRUNCATED;
                detail = "before the end of the page";
            } else if (damage != null) {
                reason = RejectReason.DAMAGED_RECORD;
                detail = damage;
            }
            sink.reject(Rejects.of("archive", reason, file, 0, detail)
                    .setRecordId(name)
                    .setUrl(page.url)
                    .build());
        }
    }

    /** State of reading one page. */
    private final class Page {
        private final Map<String, String> message = new HashMap<>();
        private byte[] root;
        private boolean isStart;
        private String url;
        private String charset;
        /** Whether the input ends before the closing boundary. */
        private boolean cut;
        /** Whether the root is the last part so far. */
        private boolean rootIsLast;

        boolean isWhole() {
            return root != null && !(cut && rootIsLast);
        }

        void read(InputStream in) throws IOException, MimeException {
            var parts = new MimeTokenStream(LIMITS, new Monitor(), null, null);
            parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
            parts.parse(in);
            int depth = 0;
            Map<String, String> header = message;
            for (EntityState state = parts.getState(); state != EntityState.T_END_OF_STREAM; state = parts.next()) {
                switch (state) {
                    case T_START_BODYPART -> {
                        header = new HashMap<>();
                        rootIsLast = false;
                    }
                    case T_FIELD ->
                        header.putIfAbsent(
                                parts.getField().getName().toLowerCase(Locale.ROOT),
                                parts.getField().getBody().strip());
                    case T_START_MULTIPART -> {
                        depth++;
                        if (depth > MAX_DEPTH) {
                            throw new MimeException("parts more than " + MAX_DEPTH + " deep");
                        }
                    }
                    case T_END_MULTIPART -> depth--;
                    case T_BODY -> readBody(header, parts);
                    default -> {
                        // Preambles and other states are ignored.
                    }
                }
            }
        }

        private void readBody(Map<String, String> header, MimeTokenStream parts) throws IOException {
            BodyDescriptor body = parts.getBodyDescriptor();
            boolean html =
                    body.getMimeType().equals("text/html") || body.getMimeType().equals("application/xhtml+xml");
            Matcher start = START.matcher(message.getOrDefault("content-type", ""));
            boolean named = start.find() && start.group(1).strip().equals(header.get("content-id"));
            if (!html || (root != null && (isStart || !named))) {
                return;
            }
            isStart = named;
            rootIsLast = true;
            charset = "us-ascii".equalsIgnoreCase(body.getCharset()) ? null : body.getCharset();
            url = address(header.get("content-location"));
            url = url == null ? address(message.get("snapshot-content-location")) : url;
            root = new byte[0];
            root = parts.getDecodedInputStream().readNBytes(maxPageBytes + 1);
        }

        private static String address(String location) {
            // Long header values are folded.
            String address = location == null ? "" : location.replaceAll("\\s", "");
            return address.matches("(?i)https?://.+") ? address : null;
        }

        Capture capture(String file, String name) {
            return Capture.newBuilder()
                    .setRecordId(name)
                    .setArchiveFile(file)
                    .setArchiveOffset(0)
                    .setUrl(url)
                    .setCapturedAt(date())
                    .setContent(Content.HTML)
                    .setCharset(charset)
                    .setPayload(ByteBuffer.wrap(root))
                    .setFields(Map.of())
                    .build();
        }

        private Instant date() {
            String written = message.getOrDefault("date", "");
            if (written.length() > MAX_DATE) {
                return null;
            }
            String date = COMMENT.matcher(written).replaceAll("").strip();
            try {
                return NewsTime.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                        .orElse(null);
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** Listens for warnings that parts end prematurely. */
        private final class Monitor extends DecodeMonitor {

            @Override
            public boolean warn(String error, String dropDesc) {
                cut |= error.contains("prematurely");
                return false;
            }

            @Override
            public boolean isListening() {
                return true;
            }
        }
    }
}
