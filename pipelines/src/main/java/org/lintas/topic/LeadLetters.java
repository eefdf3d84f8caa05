package org.lintas.topic;

import org.lintas.text.LetterGrams;

/** The sequences of three to five characters in headline and lead, each once, as hashes. */
final class LeadLetters {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /** How much of the text is looked at, in UTF-16 units. */
    private static final int LENGTH = 400;

    private LeadLetters() {}

    /** The hashes, in an order that depends on the texts only. */
    static int[] of(String title, String text) {
        return LetterGrams.of(title + " | " + text.substring(0, Math.min(text.length(), LENGTH)), SHORTEST, LONGEST);
    }
}
