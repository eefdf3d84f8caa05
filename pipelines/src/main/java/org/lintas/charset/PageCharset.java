package org.lintas.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.LegacyVietnamese;
import org.lintas.text.VietnameseCharset;
import org.lintas.text.Windows1252;
import org.lintas.text.Zawgyi;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes pages. Evidence for the charset, in order of precedence:
 *
 * <ol>
 *   <li>a byte order mark, or the zero bytes of UTF-16 and UTF-32;
 *   <li>bytes that are valid UTF-8, before any declaration: servers often declare their default charset for all pages,
 *       while text in another charset is practically never valid UTF-8. A few invalid bytes, as in a truncated page,
 *       are tolerated;
 *   <li>the charset declared by the transport, then by a meta element or an XML declaration, unless the bytes
 *       contradict it: they are invalid in it, or are clearly Thai, Chinese or Vietnamese in another charset (often
 *       declared as a Latin charset, in which every byte is valid);
 *   <li>statistical detection; finally windows-1252, as in browsers.
 * </ol>
 *
 * <p>Burmese in Zawgyi is converted to Unicode here, since short texts can only be classified by the page around them.
 */
public final class PageCharset {

    private static final int HEAD = 4096;
    private static final char REPLACEMENT = '\uFFFD';

    /** Starts a shift sequence. Text of seven-bit bytes is ASCII unless it contains shift sequences (ISO-2022). */
    private static final char ESCAPE = '\u001B';

    private static final Pattern META = Pattern.compile(
            "<(?:meta[^>]{1,300}charset|\\?xml[^>]{1,100}encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * Minimum share of bytes in positions that are valid in Thai, for text to be Thai: Thai has 1, Vietnamese below .9.
     */
    private static final double MIN_THAI = 0.95;

    /**
     * Minimum share of frequent characters for text to be Chinese: Chinese has .3 to .75, below .1 in the wrong
     * charset, and Thai below .16.
     */
    private static final double MIN_CHINESE = 0.2;

    /** Maximum number of ASCII letters per non-ASCII byte in text of a non-Latin script. */
    private static final int MAX_ASCII_PER_HIGH = 3;

    /** Maximum share of characters that do not occur in text, for a charset to be accepted. */
    private static final double MAX_WRONG = 0.02;

    private PageCharset() {}

    /**
     * The text of a page; invalid bytes become U+FFFD.
     *
     * @param declared charset declared by the transport, or null
     */
    public static String decode(byte[] bytes, String declared) {
        return Zawgyi.toUnicode(decoded(bytes, declared));
    }

    private static String decoded(byte[] bytes, String declared) {
        Optional<Charset> unicode = byteOrderMark(bytes).or(() -> Utf16Or32Detector.charset(bytes));
        if (unicode.isPresent()) {
            return new String(bytes, unicode.get());
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        boolean sound = utf8.indexOf(REPLACEMENT) < 0;
        if (sound && utf8.indexOf(ESCAPE) < 0) {
            return utf8;
        }
        Optional<Charset> named = CharsetLabels.find(declared)
                .or(() -> meta(bytes))
                .filter(charset -> !charset.name().startsWith("UTF-"));
        if (sound
                && named.filter(charset -> charset.name().startsWith("ISO-2022"))
                        .isPresent()) {
            return new String(bytes, named.get());
        }
        return sound || Utf8Validity.of(bytes).isUtf8() ? utf8 : legacy(bytes, named);
    }

    private static String legacy(byte[] bytes, Optional<Charset> named) {
        byte[] sample = TextSample.of(bytes);
        Optional<VietnameseCharset> vietnamese = LegacyVietnamese.detect(Windows1252.decode(sample));
        if (vietnamese.isPresent()) {
            return vietnamese.get().decode(Windows1252.decode(bytes));
        }
        Charset charset = regional(sample, named)
                .or(() -> named.filter(declared -> fits(sample, declared)))
                .or(() -> detected(sample))
                .or(() -> named)
                .orElse(WINDOWS_1252);
        return charset.equals(WINDOWS_1252) ? Windows1252.decode(bytes) : new String(bytes, charset);
    }

    /** The Thai or Chinese charset, if the text matches it so well that the declaration is ignored. */
    private static Optional<Charset> regional(byte[] sample, Optional<Charset> named) {
        if (!isOtherScript(sample) || named.filter(PageCharset::isEastAsian).isPresent()) {
            return Optional.empty();
        }
        double gb = RegionalCharsets.chinese(sample, RegionalCharsets.GB18030);
        double big5 = RegionalCharsets.chinese(sample, RegionalCharsets.BIG5);
        if (Math.max(gb, big5) >= MIN_CHINESE) {
            return Optional.of(gb > big5 ? RegionalCharsets.GB18030 : RegionalCharsets.BIG5);
        }
        // After Chinese: some Chinese text is also valid Thai, while Thai never has the frequent characters of Chinese.
        return RegionalCharsets.thai(sample) >= MIN_THAI ? Optional.of(RegionalCharsets.THAI) : Optional.empty();
    }

    /** Japanese and Korean share code ranges with Chinese, so their declaration is trusted. */
    private static boolean isEastAsian(Charset charset) {
        return switch (charset.name()) {
            case "Shift_JIS", "windows-31j", "EUC-JP", "EUC-KR", "x-windows-949" -> true;
            default -> false;
        };
    }

    private static boolean fits(byte[] sample, Charset charset) {
        String text = charset.equals(WINDOWS_1252) ? Windows1252.decode(sample) : new String(sample, charset);
        int wrong = 0;
        int outsideAscii = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            outsideAscii += c >= 0x80 ? 1 : 0;
            wrong += c == '\uFFFD' || (c >= 0x80 && c < 0xA0) || (c >= '\uE000' && c <= '\uF8FF') ? 1 : 0;
        }
        // A truncated page leaves one wrong character.
        return wrong <= 1 + MAX_WRONG * outsideAscii;
    }

    private static Optional<Charset> detected(byte[] sample) {
        if (!isOtherScript(sample)) {
            return Optional.empty();
        }
        var detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        return CharsetLabels.find(detector.getDetectedCharset()).filter(charset -> fits(sample, charset));
    }

    /** Whether a text is in a non-Latin script: non-ASCII bytes are frequent and mostly adjacent. */
    private static boolean isOtherScript(byte[] sample) {
        int ascii = 0;
        int high = 0;
        int together = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                high++;
                together += (i > 0 && sample[i - 1] < 0) || (i + 1 < sample.length && sample[i + 1] < 0) ? 1 : 0;
            } else if (Character.isLetter(sample[i])) {
                ascii++;
            }
        }
        return together * 2 > high && high * MAX_ASCII_PER_HIGH > ascii;
    }

    private static Optional<Charset> byteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xFF) == 0xEF && (b[1] & 0xFF) == 0xBB && (b[2] & 0xFF) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return Utf16Or32Detector.marked(b);
    }

    private static Optional<Charset> meta(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = META.matcher(head);
        return matcher.find() ? CharsetLabels.find(matcher.group(1)) : Optional.empty();
    }
}
