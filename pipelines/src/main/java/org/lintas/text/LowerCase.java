package org.lintas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * Locale-independent lower case (Unicode Standard, section 3.13) in linear time: the Java library takes quadratic time
 * for texts with many of the two letters below.
 */
public final class LowerCase {

    /** Its lower case depends on the adjacent letters. */
    private static final char SIGMA = '\u03A3';

    /** Its lower case is longer than it is. */
    private static final char DOTTED_I = '\u0130';

    private LowerCase() {}

    /** Whether the lower case of a character is longer, or depends on the adjacent letters. */
    public static boolean isSpecial(char c) {
        return c == SIGMA || c == DOTTED_I;
    }

    /** The text in lower case. */
    public static String of(String text) {
        return text.indexOf(SIGMA) < 0 && text.indexOf(DOTTED_I) < 0
                ? text.toLowerCase(Locale.ROOT)
                : UCharacter.toLowerCase(ULocale.ROOT, text);
    }
}
