package org.lintas.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Digest that identifies exact duplicates. It covers letters and digits only, in compatibility form (NFKC) and lower
 * case, so that copies may differ in case, spaces, punctuation and character width, but in nothing else.
 */
public final class ContentDigest {

    private static final boolean[] ASCII_COUNTS = new boolean[128];

    static {
        for (int c = 0; c < ASCII_COUNTS.length; c++) {
            ASCII_COUNTS[c] = counts(c);
        }
    }

    private ContentDigest() {}

    /** 64 hexadecimal digits of title and text. */
    public static String of(String title, String text) {
        MessageDigest digest = Sha256.digest();
        digest.update(letters(title).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(letters(text).getBytes(StandardCharsets.UTF_8));
        return Sha256.hexOf(digest.digest());
    }

    /** The part of a text that is digested. */
    public static String letters(String text) {
        String folded = NormalForm.nfkc(text);
        var out = new StringBuilder(folded.length());
        for (int i = 0, codePoint; i < folded.length(); i += Character.charCount(codePoint)) {
            codePoint = folded.codePointAt(i);
            if (codePoint < ASCII_COUNTS.length) {
                if (ASCII_COUNTS[codePoint]) {
                    out.append((char) Character.toLowerCase(codePoint));
                }
            } else if (counts(codePoint)) {
                out.appendCodePoint(Character.toLowerCase(codePoint));
            }
        }
        return out.toString();
    }

    private static boolean counts(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> false;
            default -> true;
        };
    }
}
