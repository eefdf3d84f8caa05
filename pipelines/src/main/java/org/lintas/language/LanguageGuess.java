package org.lintas.language;

/**
 * The language of a text.
 *
 * @param code BCP 47 code, also of some languages that Lintas distinguishes from the supported ones; {@code und} if the
 *     language cannot be identified, {@code other} if it is none that Lintas knows
 * @param confidence probability that the code is right, 0 to 1; calibrated to be correct or too low
 */
public record LanguageGuess(String code, double confidence) {

    public static final String UNKNOWN = "und";
    public static final String OTHER = "other";
}
