package org.lintas.topic;

import java.util.Arrays;

/** The sequences of three to five characters in headline and lead, each once, as hashes. */
final class LetterGrams {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;

    /** How much of the text is looked at, in UTF-16 units. */
    private static final int LENGTH = 400;

    private static final int FREE = 0;

    private LetterGrams() {}

    /** The hashes, in an order that depends on the texts only. */
    static int[] of(String title, String text) {
        String start = title + " | " + text.substring(0, Math.min(text.length(), LENGTH));
        int length = start.length();
        // A hash set of ints: at most half full.
        int[] table = new int[Integer.highestOneBit(Math.max(1, length * (LONGEST - SHORTEST + 1))) * 4];
        int[] grams = new int[length * (LONGEST - SHORTEST + 1)];
        int size = 0;
        for (int i = 0; i < length; i++) {
            int hash = 0;
            for (int n = 1; n <= LONGEST && i + n <= length; n++) {
                hash = hash * 31 + Character.toLowerCase(start.charAt(i + n - 1));
                if (n >= SHORTEST && insert(table, hash)) {
                    grams[size++] = hash;
                }
            }
        }
        return Arrays.copyOf(grams, size);
    }

    private static boolean insert(int[] table, int hash) {
        int key = hash == FREE ? 1 : hash;
        int slot = ((key * 0x9E3779B1) >>> 8) & (table.length - 1);
        while (table[slot] != FREE) {
            if (table[slot] == key) {
                return false;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = key;
        return true;
    }
}
