package org.lintas.text;

import java.util.List;

/**
 * Brings text into the one form that the rest of Lintas sees: Unicode whatever font it was written for, NFC, no invisible
 * characters, single spaces, paragraphs separated by one empty line.
 *
 * <p>Only encodings become one, not spellings: where Vietnamese puts its tone (hoà, hòa), the width of Latin letters in
 * Chinese, the variety of Chinese characters stay as printed, because text is stored to be quoted. What matches terms sees
 * through them by {@link Folded}.
 */
public final class TextNormaliser {

    private static final RewriteRules RULES = RewriteRules.read(TextNormaliser.class, "normalisation.tsv");

    /** Below this character, everything is in NFC. */
    private static final char FIRST_COMBINING = '\u0300';

    private TextNormaliser() {}

    /** A line (headline, byline) in normal form; line breaks become spaces. */
    public static String line(String raw) {
        return term(unicode(raw));
    }

    /** A term of a word table in normal form: as {@link #line}, but taken to be Unicode, since it is too short to judge. */
    static String term(String raw) {
        return singleSpaced(characters(raw).replace('\n', ' '));
    }

    /** Text in normal form, as its non-empty paragraphs; every line of the source is one. */
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

    /** A half of a surrogate pair is no character, and no UTF-8 writer can store it. */
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
