package org.lintas.archive.warc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lintas.text.NewsTime;

/**
 * The header of a WARC record (ISO 28500, section 4) or the header line of an ARC record.
 *
 * @param isArc whether it is an ARC record
 * @param fields by name in lower case; the first one if repeated. For ARC, the equivalent WARC fields
 * @param length of the block, in bytes
 */
record RecordHeader(boolean isArc, Map<String, String> fields, long length) {

    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_LINES = 1_000;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** Thrown if a header is unusable. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    /**
     * Reads the header of a record.
     *
     * @throws Damaged if the length of the record is unknown; the position of the input is then undefined
     */
    static RecordHeader read(RecordInput in) throws Damaged {
        String first = in.line(MAX_LINE).orElseThrow(() -> new Damaged("the header ends in its first line"));
        RecordHeader header = first.startsWith("WARC/") ? warc(in) : arc(first);
        in.setKind(header.isArc);
        return header;
    }

    private static RecordHeader warc(RecordInput in) throws Damaged {
        Map<String, String> fields = new HashMap<>();
        String name = "";
        for (int i = 0; i < MAX_LINES; i++) {
            if (in.startsInLine()) {
                throw new Damaged("another record starts in the header");
            }
            String line = in.line(MAX_LINE).orElseThrow(() -> new Damaged("the header does not end"));
            if (line.isEmpty()) {
                return new RecordHeader(false, fields, length(fields.get("content-length")));
            }
            int colon = line.indexOf(':');
            if (line.startsWith("HTTP/")) {
                throw new Damaged("no empty line between the header and the block");
            } else if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
                fields.computeIfPresent(name, (any, value) -> (value + " " + line.strip()).strip());
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                String value = line.substring(colon + 1).strip();
                String earlier = fields.putIfAbsent(name, value);
                if (name.equals("content-length") && earlier != null && !earlier.equals(value)) {
                    throw new Damaged("two lengths: " + earlier + " and " + value);
                }
            }
        }
        throw new Damaged("a header of more than " + MAX_LINES + " lines");
    }

    private static RecordHeader arc(String line) throws Damaged {
        ArcLine arc = ArcLine.parse(line).orElseThrow(() -> new Damaged("no ARC record: " + line));
        boolean http = arc.target().regionMatches(true, 0, "http", 0, 4);
        Map<String, String> fields = Map.of(
                "warc-type",
                arc.target().startsWith("filedesc:") ? "warcinfo" : "response",
                "warc-target-uri",
                arc.target(),
                "warc-date",
                arc.date(),
                "content-type",
                http ? "application/http" : arc.mediaType());
        return new RecordHeader(true, fields, length(arc.length()));
    }

    private static long length(String value) throws Damaged {
        if (value == null) {
            throw new Damaged("no length");
        }
        if (!LENGTH.matcher(value).matches()) {
            throw new Damaged("no length: " + value);
        }
        return Long.parseLong(value);
    }

    /** A field by its name in lower case. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** The type of the record: response, resource, request … */
    String type() {
        return field("warc-type").orElse("").toLowerCase(Locale.ROOT);
    }

    /** The captured URL. */
    Optional<String> target() {
        return field("warc-target-uri").map(uri -> uri.replaceAll("^<|>$", ""));
    }

    /** The id of the record; for ARC, which has no ids, URL and date. */
    String recordId() {
        return field("warc-record-id")
                .orElseGet(() ->
                        target().orElse("") + "@" + date().map(Object::toString).orElse(""));
    }

    /**
     * The date of capture, if it is valid and plausible ({@link NewsTime}); WARC 1.1 allows reduced precision (section
     * 5.4).
     */
    Optional<Instant> date() {
        String date = fields.getOrDefault("warc-date", "");
        try {
            if (date.matches("\\d{12,18}")) {
                String seconds = (date + "00").substring(0, 14);
                return NewsTime.of(LocalDateTime.parse(seconds, DateTimeFormatter.ofPattern("uuuuMMddHHmmss"))
                        .toInstant(ZoneOffset.UTC));
            }
            String first = "0000-01-01T00:00:00Z";
            String bare = date.replace("Z", "");
            boolean whole = bare.length() >= first.length() - 1;
            return NewsTime.of(Instant.parse(whole ? bare + "Z" : bare + first.substring(bare.length())));
        } catch (DateTimeException e) {
            // Invalid dates are treated as unknown.
            return Optional.empty();
        }
    }
}
