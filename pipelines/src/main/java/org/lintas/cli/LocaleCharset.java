package org.lintas.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.lintas.failure.RunFailure;

/** The charset of the locale: in it Java reads arguments, opens files by their names and prints. All but UTF-8 lose the names of this region. */
public final class LocaleCharset {

    /** What to do where it is another. */
    static final String ADVICE = "set LC_ALL=C.UTF-8 in the environment, as scripts/lintas does";

    private LocaleCharset() {}

    static String name() {
        return System.getProperty("sun.jnu.encoding", "UTF-8");
    }

    static boolean isUtf8() {
        return Charset.isSupported(name()) && Charset.forName(name()).equals(StandardCharsets.UTF_8);
    }

    /**
     * Refuses to work where names would be lost.
     *
     * @throws RunFailure if it is not UTF-8
     */
    public static void check() {
        if (!isUtf8()) {
            throw RunFailure.usage(
                    "the charset of the locale is " + name() + ", in which names of files get lost: " + ADVICE);
        }
    }
}
