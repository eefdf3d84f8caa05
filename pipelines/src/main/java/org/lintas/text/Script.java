package org.lintas.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The scripts that are used to distinguish languages. */
public enum Script {
    LATIN,
    THAI,
    KHMER,
    LAO,
    MYANMAR,
    HAN,
    KANA,
    HANGUL,
    TAMIL,
    /** Any other script. */
    OTHER;

    private static final byte NO_LETTER = -1;

    private static final Script[] VALUES = values();

    /** Number of the script of each letter of the basic plane. */
    private static final byte[] LETTERS = letters();

    /** Letters of a text by script, of Latin in any case; digits, punctuation, marks without a script and spaces are not counted. */
    // The numbers of the scripts are only used within this class.
    @SuppressWarnings("EnumOrdinal")
    public static Map<Script, Integer> letters(CharSequence text) {
        var counts = new int[VALUES.length];
        int next;
        for (int i = 0; i < text.length(); i = next) {
            char c = text.charAt(i);
            next = i + 1;
            int script = LETTERS[c];
            if (Character.isHighSurrogate(c)) {
                int cp = Character.codePointAt(text, i);
                next = i + Character.charCount(cp);
                script = isLetter(cp) ? of(cp).ordinal() : NO_LETTER;
            }
            if (script >= 0) {
                counts[script]++;
            }
        }
        var letters = new EnumMap<Script, Integer>(Script.class);
        for (Script script : VALUES) {
            if (counts[script.ordinal()] > 0 || script == LATIN) {
                letters.put(script, counts[script.ordinal()]);
            }
        }
        return letters;
    }

    @SuppressWarnings("EnumOrdinal")
    private static byte[] letters() {
        var letters = new byte[1 << Character.SIZE];
        for (int c = 0; c < letters.length; c++) {
            letters[c] = (byte) (isLetter(c) ? of(c).ordinal() : NO_LETTER);
        }
        return letters;
    }

    private static boolean isLetter(int cp) {
        if (cp < 0x80) {
            return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
        }
        return Character.isLetter(cp) || Character.getType(cp) == Character.NON_SPACING_MARK;
    }

    /** The script of a letter. */
    public static Script of(int codePoint) {
        if (codePoint < 0x250) {
            return LATIN;
        }
        UnicodeScript script = UnicodeScript.of(codePoint);
        return switch (script) {
            case LATIN, INHERITED, COMMON -> LATIN;
            case THAI -> THAI;
            case KHMER -> KHMER;
            case LAO -> LAO;
            case MYANMAR -> MYANMAR;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case TAMIL -> TAMIL;
            default -> OTHER;
        };
    }

    /** Whether the script separates words by spaces. */
    public boolean hasWordSpaces() {
        return this == LATIN || this == HANGUL || this == TAMIL || this == OTHER;
    }
}
