package org.lintas.language;

/**
 * The language of a text.
 *
 * @param code BCP 47 code; {@code und} where nothing can be said, {@code other} where it is none that Lintas reads
 * @param confidence share of the evidence that speaks for it, 0 to 1
 */
record LanguageGuess(String code, double confidence) {

    static final String UNKNOWN = "und";
    static final String OTHER = "other";
}
