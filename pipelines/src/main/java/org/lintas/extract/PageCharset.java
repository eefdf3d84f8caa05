package org.lintas.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/** Decodes pages: by byte order mark, valid UTF-8, transport, meta element, and at last by detection. */
final class PageCharset {

    private static final int META_SEARCH = 4096;
    private static final Pattern META =
            Pattern.compile("<meta[^>]{1,300}charset\\s*=\\s*[\"']?([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);

    private PageCharset() {}

    /**
     * The text of a page.
     *
     * @param declared charset that the transport declared, null where it did not
     */
    static String decode(byte[] bytes, String declared) {
        Optional<Charset> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            return new String(bytes, mark.get());
        }
        // Bytes that are valid UTF-8 with any non-ASCII character in them are UTF-8, whatever a server declares.
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        Charset charset = named(declared)
                .or(() -> meta(bytes))
                .filter(c -> !c.equals(StandardCharsets.UTF_8))
                .or(() -> detect(bytes))
                .orElse(StandardCharsets.UTF_8);
        return new String(bytes, charset);
    }

    private static Optional<Charset> byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFE && (b[1] & 0xFF) == 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (b.length >= 2 && (b[0] & 0xFF) == 0xFF && (b[1] & 0xFF) == 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> meta(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, META_SEARCH), StandardCharsets.ISO_8859_1);
        Matcher matcher = META.matcher(head);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> detect(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 16));
        detector.dataEnd();
        return named(detector.getDetectedCharset());
    }

    private static Optional<Charset> named(String name) {
        if (name == null || name.isBlank()) {
            return Optional.empty();
        }
        // Pages that say TIS-620 mean its superset, as browsers read it (WHATWG Encoding Standard, section 4.2).
        String known = name.strip().equalsIgnoreCase("tis-620") ? "x-windows-874" : name.strip();
        try {
            return Optional.of(Charset.forName(known));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
