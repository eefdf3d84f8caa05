package org.lintas.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.lintas.failure.RunFailure;

/** The charset of the locale. Java uses it for arguments, file names and output. Only UTF-8 can represent all file names of the region. */
public final class LocaleCharset {

    /** What to do if the charset is not UTF-8. */
    static final String ADVICE = "set LC_ALL=C.UTF-8 in the environment, as scripts/lintas does";

    private LocaleCharset() {}

    static String name() {
        return System.getProperty("sun.jnu.encoding", "UTF-8");
    }

    static boolean isUtf8() {
        return Charset.isSupported(name()) && Charset.forName(name()).equals(StandardCharsets.UTF_8);
    }

    /**
     * Fails if file names could not be represented.
     *
     * @throws RunFailure if the charset is not UTF-8
     */
    public static void check() {
        if (!isUtf8()) {
            throw RunFailure.usage(
                    "the charset of the locale is " + name() + ", which cannot represent all file names: " + ADVICE);
        }
    }
}
