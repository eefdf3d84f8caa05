package org.lintas.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings text into the one form that the rest of Lintas sees: NFC, no invisible characters, single spaces, paragraphs
 * separated by one empty line.
 */
public final class TextNormaliser {

    /** Soft hyphen, zero-width space, joiners outside the scripts that need them, directional marks, BOM. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** Controls but tab, line feed and carriage return; lone surrogates, which no UTF-8 writer can store. */
    private static final Pattern UNSTORABLE = Pattern.compile(
            "[\\u0000-\\u0008\\u000B\\u000E-\\u001F\\u007F-\\u0084\\u0086-\\u009F]|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n?|\\u0085|\\u2028|\\u2029|\\f");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\\n");

    private TextNormaliser() {}

    /** A line (headline, byline) in normal form; line breaks become spaces. */
    public static String line(String raw) {
        return term(Zawgyi.toUnicode(raw));
    }

    /** A term of a word table in normal form: as {@link #line}, but taken to be Unicode, since it is too short to judge. */
    static String term(String raw) {
        return SPACES.matcher(characters(raw).replace('\n', ' '))
                .replaceAll(" ")
                .strip();
    }

    /** Text in normal form, as its non-empty paragraphs; every line of the source is one. */
    public static List<String> paragraphs(String raw) {
        var paragraphs = new ArrayList<String>();
        for (String line : PARAGRAPH_BREAK.split(characters(Zawgyi.toUnicode(raw)))) {
            String paragraph = SPACES.matcher(line).replaceAll(" ").strip();
            if (!paragraph.isEmpty()) {
                paragraphs.add(paragraph);
            }
        }
        return paragraphs;
    }

    private static String characters(String raw) {
        String text = UNSTORABLE.matcher(raw).replaceAll("");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = LINE_BREAKS.matcher(text).replaceAll("\n");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        // Thai and Lao am typed in two strokes, with a tone mark between, before or after.
        text = text.replaceAll("\\u0E4D([\\u0E48-\\u0E4B]?)\\u0E32", "$1\u0E33");
        text = text.replaceAll("\\u0ECD([\\u0EC8-\\u0ECB]?)\\u0EB2", "$1\u0EB3");
        // Thai ae typed as two e.
        return text.replace("\u0E40\u0E40", "\u0E41");
    }
}
