package org.lintas.language;

/**
 * The language of a text.
 *
 * @param code BCP 47 code, also of some languages that Lintas tells from those that it reads; {@code und} where nothing can be
 *     said, {@code other} where it is none that Lintas knows
 * @param confidence probability that the code is right, 0 to 1; fitted to be honest or too low
 */
public record LanguageGuess(String code, double confidence) {

    public static final String UNKNOWN = "und";
    public static final String OTHER = "other";
}
