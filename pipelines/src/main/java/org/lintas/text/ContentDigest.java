package org.lintas.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Digest that identifies exact duplicates. It covers letters and digits only, in compatibility form (NFKC) and lower
 * case, so that copies may differ in case, spaces, punctuation and character width, but in nothing else.
 */
public final class ContentDigest {

    /** The lower case of each character that counts; 0 for others and for halves of characters. */
    private static final char[] LETTERS = new char[1 << Character.SIZE];

    static {
        for (int c = 0; c < LETTERS.length; c++) {
            LETTERS[c] = counts(c) && !Character.isSurrogate((char) c) ? (char) Character.toLowerCase(c) : 0;
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
        var out = new char[folded.length()];
        int size = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (LETTERS[c] != 0) {
                out[size++] = LETTERS[c];
            } else if (Character.isSurrogate(c)) {
                int codePoint = folded.codePointAt(i);
                if (counts(codePoint)) {
                    size += Character.toChars(Character.toLowerCase(codePoint), out, size);
                }
                i += Character.charCount(codePoint) - 1;
            }
        }
        return new String(out, 0, size);
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
