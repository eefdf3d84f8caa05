package org.lintas.dedup.text;

/**
 * A text that is compared with others.
 *
 * @param headline no tokens where there is none
 */
public record ComparedText(Tokens headline, Tokens text, Provenance provenance) {

    /** The text of an article; without a headline if it has none, which is null or empty. */
    public static ComparedText of(String language, String headline, String text, Provenance provenance) {
        NumberWords words = NumberWords.of(language);
        return new ComparedText(Tokens.of(headline == null ? "" : headline, words), Tokens.of(text, words), provenance);
    }
}
