package org.lintas.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;

/** The scripts that tell languages apart. */
public enum Script {
    LATIN,
    THAI,
    KHMER,
    LAO,
    MYANMAR,
    HAN,
    TAMIL,
    /** Any other script. */
    OTHER;

    /** Letters of a text by script; digits, punctuation, marks without a script and spaces are not counted. */
    public static Map<Script, Integer> letters(CharSequence text) {
        var counts = new EnumMap<Script, Integer>(Script.class);
        text.codePoints()
                .filter(cp -> Character.isLetter(cp) || Character.getType(cp) == Character.NON_SPACING_MARK)
                .mapToObj(Script::of)
                .forEach(script -> counts.merge(script, 1, Integer::sum));
        return counts;
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
            case TAMIL -> TAMIL;
            default -> OTHER;
        };
    }

    /** Whether words of the script stand between spaces. */
    public boolean hasWordSpaces() {
        return this == LATIN || this == TAMIL || this == OTHER;
    }
}
