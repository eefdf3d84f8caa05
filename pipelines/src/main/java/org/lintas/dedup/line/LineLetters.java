package org.lintas.dedup.line;

/**
 * The letters and digits of a part of a text, which identify it: how many there are, and hashes of all and of the first of them. A part without any is
 * identified by its characters, each once, so that dashes of any number are one rule.
 *
 * @param count how many letters, marks and digits
 * @param hash of all
 * @param opening hash of the first few, or of all if there are fewer; never 0
 */
record LineLetters(int count, long hash, int opening) {

    private static final int OPENING = 12;

    /** A Han character is a word, not a letter. */
    private static final int HAN_OPENING = 4;

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long SYMBOLS = 0xC2B2AE3D27D4EB4FL;

    /** The lower case of each letter, mark and digit; 0 for other characters. Halves of characters stay: some are of Han letters. */
    private static final char[] LETTERS = new char[1 << Character.SIZE];

    static {
        for (int c = 0; c < LETTERS.length; c++) {
            LETTERS[c] = isLetter((char) c) ? Character.toLowerCase((char) c) : 0;
        }
    }

    static LineLetters of(String text, int start, int end) {
        long hash = SEED;
        long opening = SEED;
        int count = 0;
        int opened = OPENING;
        for (int i = start; i < end; i++) {
            char letter = LETTERS[text.charAt(i)];
            if (letter != 0) {
                if (count == 0 && Character.isIdeographic(letter)) {
                    opened = HAN_OPENING;
                }
                hash = mixed(hash, letter);
                count++;
                opening = count <= opened ? hash : opening;
            }
        }
        hash = count > 0 ? hash : symbols(text, start, end);
        return new LineLetters(count, hash, (int) (opening >>> Integer.SIZE) | 1);
    }

    private static boolean isLetter(char c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static long symbols(String text, int start, int end) {
        return text.substring(start, end)
                .chars()
                .distinct()
                .sorted()
                .asLongStream()
                .reduce(SYMBOLS, (hash, c) -> mixed(hash, (char) c));
    }

    private static long mixed(long hash, char c) {
        long mixed = (hash ^ c) * SEED;
        return mixed ^ (mixed >>> 29);
    }
}
