package org.lintas.language;

/**
 * The language of a text.
 *
 * @param code BCP 47 code; {@code und} where nothing can be said, {@code other} where it is none that Lintas reads
 * @param confidence share of the evidence that speaks for it, 0 to 1
 */
public record LanguageGuess(String code, double confidence) {

    public static final String UNKNOWN = "und";
    public static final String OTHER = "other";
}
