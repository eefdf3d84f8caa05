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

    /** Letters of a text by script; digits, punctuation, marks without a script and spaces are not counted. */
    public static Map<Script, Integer> letters(CharSequence text) {
        var counts = new EnumMap<Script, Integer>(Script.class);
        // Counts runs, since adjacent letters mostly have the same script.
        Script script = LATIN;
        int run = 0;
        int next;
        for (int i = 0; i < text.length(); i = next) {
            int cp = Character.codePointAt(text, i);
            next = i + Character.charCount(cp);
            if (isLetter(cp)) {
                Script here = of(cp);
                if (here != script) {
                    counts.merge(script, run, Integer::sum);
                    script = here;
                    run = 0;
                }
                run++;
            }
        }
        counts.merge(script, run, Integer::sum);
        return counts;
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
