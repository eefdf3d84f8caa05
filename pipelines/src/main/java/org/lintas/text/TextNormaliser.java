package org.lintas.text;

import java.util.List;

/**
 * Normalises text for all later stages: Unicode instead of font encodings, NFC, no invisible characters, single spaces,
 * paragraphs separated by one empty line.
 *
 * <p>Only encodings are unified, not spellings: the placement of Vietnamese tones (hoà, hòa), the width of Latin
 * letters in Chinese, and traditional or simplified characters are kept, since the text must be quotable. Term matching
 * ignores these differences by {@link FoldedText}.
 */
public final class TextNormaliser {

    private static final RewriteRules RULES = RewriteRules.read(TextNormaliser.class, "normalisation.tsv");

    /** Texts of smaller characters only are in NFC. */
    private static final char FIRST_COMBINING = '\u0300';

    private TextNormaliser() {}

    /** A line (headline, byline) in normal form; line breaks become spaces. */
    public static String line(String raw) {
        return term(unicode(raw));
    }

    /**
     * A term of a word table in normal form: like {@link #line}, but without detection of font encodings, since it is
     * known to be Unicode.
     */
    static String term(String raw) {
        return singleSpaced(characters(raw).replace('\n', ' '));
    }

    /** Text in normal form, as non-empty paragraphs; every line of the source is a paragraph. */
    public static List<String> paragraphs(String raw) {
        return characters(unicode(raw))
                .lines()
                .map(TextNormaliser::singleSpaced)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String unicode(String raw) {
        return LegacyVietnamese.toUnicode(Zawgyi.toUnicode(raw));
    }

    private static String characters(String raw) {
        boolean isComposed = true;
        boolean isWhole = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            isComposed &= c < FIRST_COMBINING;
            isWhole &= !Character.isSurrogate(c);
        }
        String text = RULES.apply(isWhole ? raw : withoutHalves(raw));
        return isComposed ? text : NormalForm.nfc(text);
    }

    /** Removes unpaired surrogates, which are not characters and cannot be encoded in UTF-8. */
    private static String withoutHalves(String raw) {
        var out = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(codePoint -> codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)
                .forEach(out::appendCodePoint);
        return out.toString();
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
