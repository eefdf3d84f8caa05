package org.lintas.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.LegacyVietnamese;
import org.lintas.text.VietnameseSet;
import org.lintas.text.Windows1252;
import org.lintas.text.Zawgyi;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes pages. The evidence, best first:
 *
 * <ol>
 *   <li>a byte order mark, or the zero bytes of UTF-16 and UTF-32;
 *   <li>UTF-8 by its build, before any declaration: a server's default is declared for whatever it serves, while text of
 *       another charset is never UTF-8 by chance. A few broken bytes, as where a page was clipped, change nothing;
 *   <li>what the transport declares, then what a meta element or an XML declaration does, unless the bytes disprove it:
 *       they are not valid, or are plainly Thai, Chinese or Vietnamese of another set (Latin charsets above all are
 *       declared for these, and every byte is valid in them);
 *   <li>detection; and windows-1252, as in browsers.
 * </ol>
 *
 * <p>Burmese in Zawgyi becomes Unicode here, where short pieces of text can be judged by the page around them.
 */
public final class PageCharset {

    private static final int HEAD = 4096;
    private static final char REPLACEMENT = '\uFFFD';

    /** Starts a shift: of what is written in seven bits only the charsets with shifts are not ASCII. */
    private static final char ESCAPE = '\u001B';

    private static final Pattern META = Pattern.compile(
            "<(?:meta[^>]{1,300}charset|\\?xml[^>]{1,100}encoding)\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Share of bytes that stand where Thai has them from which text is Thai: it has 1, Vietnamese below .9. */
    private static final double MIN_THAI = 0.95;

    /** Share of frequent characters from which text is Chinese: it has .3 to .75, read in the wrong charset below .1, and
     * Thai below .16. */
    private static final double MIN_CHINESE = 0.2;

    /** ASCII letters for each byte outside ASCII that text in another script than Latin has at most. */
    private static final int MAX_ASCII_PER_HIGH = 3;

    /** Up to this share of characters that no text has, a charset can be the right one. */
    private static final double MAX_WRONG = 0.02;

    private PageCharset() {}

    /**
     * The text of a page; bytes that mean nothing become U+FFFD.
     *
     * @param declared charset that the transport declared, null where it did not
     */
    public static String decode(byte[] bytes, String declared) {
        return Zawgyi.toUnicode(decoded(bytes, declared));
    }

    private static String decoded(byte[] bytes, String declared) {
        Optional<Charset> unicode = byteOrderMark(bytes).or(() -> WideText.charset(bytes));
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
        return sound || Utf8Shape.of(bytes).isUtf8() ? utf8 : legacy(bytes, named);
    }

    private static String legacy(byte[] bytes, Optional<Charset> named) {
        byte[] sample = TextSample.of(bytes);
        Optional<VietnameseSet> vietnamese = LegacyVietnamese.detect(Windows1252.decode(sample));
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

    /** Thai or Chinese, if the text is so like it that the declaration does not count. */
    private static Optional<Charset> regional(byte[] sample, Optional<Charset> named) {
        if (!isOtherScript(sample) || named.filter(PageCharset::isEastAsian).isPresent()) {
            return Optional.empty();
        }
        double gb = RegionalCharsets.chinese(sample, RegionalCharsets.GB18030);
        double big5 = RegionalCharsets.chinese(sample, RegionalCharsets.BIG5);
        if (Math.max(gb, big5) >= MIN_CHINESE) {
            return Optional.of(gb > big5 ? RegionalCharsets.GB18030 : RegionalCharsets.BIG5);
        }
        // Not before Chinese: some of it is built like Thai, while no Thai has the characters of Chinese.
        return RegionalCharsets.thai(sample) >= MIN_THAI ? Optional.of(RegionalCharsets.THAI) : Optional.empty();
    }

    /** Japanese and Korean share rows with Chinese: who declares them is believed. */
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
        // One wrong character is what a clip leaves.
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

    /** Whether a text is in another script than Latin: bytes outside ASCII stand together, and are no rarity. */
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
        return WideText.marked(b);
    }

    private static Optional<Charset> meta(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = META.matcher(head);
        return matcher.find() ? CharsetLabels.find(matcher.group(1)) : Optional.empty();
    }
}
