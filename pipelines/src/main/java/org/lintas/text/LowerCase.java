package org.lintas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * Lower case of no language (Unicode Standard, section 3.13), in time linear in the text: that of the Java library is quadratic in
 * the two letters below, which any text may hold.
 */
public final class LowerCase {

    /** Its lower case depends on the letters around it. */
    private static final char SIGMA = '\u03A3';

    /** Its lower case is longer than it is. */
    private static final char DOTTED_I = '\u0130';

    private LowerCase() {}

    /** The text in lower case. */
    public static String of(String text) {
        return text.indexOf(SIGMA) < 0 && text.indexOf(DOTTED_I) < 0
                ? text.toLowerCase(Locale.ROOT)
                : UCharacter.toLowerCase(ULocale.ROOT, text);
    }
}
