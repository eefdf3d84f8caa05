package org.lintas.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings text into the one form that the rest of Lintas sees: NFC, no invisible characters, single spaces, paragraphs
 * separated by one empty line.
 */
public final class TextNormaliser {

    /** Thai and Lao am typed in two strokes, with a tone mark between. */
    private static final Pattern THAI_AM = Pattern.compile("\\u0E4D([\\u0E48-\\u0E4B]?)\\u0E32");

    private static final Pattern LAO_AM = Pattern.compile("\\u0ECD([\\u0EC8-\\u0ECB]?)\\u0EB2");

    private TextNormaliser() {}

    /** A line (headline, byline) in normal form; line breaks become spaces. */
    public static String line(String raw) {
        return term(Zawgyi.toUnicode(raw));
    }

    /** A term of a word table in normal form: as {@link #line}, but taken to be Unicode, since it is too short to judge. */
    static String term(String raw) {
        return singleSpaced(characters(raw).replace('\n', ' '));
    }

    /** Text in normal form, as its non-empty paragraphs; every line of the source is one. */
    public static List<String> paragraphs(String raw) {
        return characters(Zawgyi.toUnicode(raw))
                .lines()
                .map(TextNormaliser::singleSpaced)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String characters(String raw) {
        String text = Normalizer.normalize(visible(raw), Normalizer.Form.NFC);
        if (text.indexOf('\u0E4D') >= 0) {
            text = THAI_AM.matcher(text).replaceAll("$1\u0E33");
        }
        if (text.indexOf('\u0ECD') >= 0) {
            text = LAO_AM.matcher(text).replaceAll("$1\u0EB3");
        }
        // Thai ae typed as two e.
        return text.replace("\u0E40\u0E40", "\u0E41");
    }

    /** Without what cannot be seen or stored; every line break as a line feed, every space as a space. */
    private static String visible(String raw) {
        var out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else if (isLineBreak(c)) {
                boolean second = c == '\n' && i > 0 && raw.charAt(i - 1) == '\r';
                out.append(second ? "" : "\n");
            } else if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
                out.append(' ');
            } else if (Character.isSurrogate(c)) {
                // A half of a pair is no character, and no UTF-8 writer can store it.
                if (Character.isHighSurrogate(c)
                        && i + 1 < raw.length()
                        && Character.isLowSurrogate(raw.charAt(i + 1))) {
                    out.append(c).append(raw.charAt(++i));
                }
            } else if (!isInvisible(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Controls; soft hyphen, zero-width space, word joiner, marks of direction and of byte order. */
    private static boolean isInvisible(char c) {
        return Character.isISOControl(c)
                || c == '\u00AD'
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || (c >= '\u202A' && c <= '\u202E')
                || c == '\u2060'
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF';
    }

    private static String singleSpaced(String line) {
        String stripped = line.strip();
        if (!stripped.contains("  ")) {
            return stripped;
        }
        var out = new StringBuilder(stripped.length());
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c != ' ' || stripped.charAt(i - 1) != ' ') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
