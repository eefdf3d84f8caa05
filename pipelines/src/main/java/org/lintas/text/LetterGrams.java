package org.lintas.text;

import java.util.Arrays;

/** The sequences of some characters of a text, each once, as hashes. */
public final class LetterGrams {

    private static final int FREE = 0;

    private LetterGrams() {}

    /**
     * The hashes, in an order that depends on the text only; upper and lower case are the same.
     *
     * @param shortest length of the shortest sequences, in UTF-16 units
     * @param longest that of the longest
     */
    public static int[] of(String text, int shortest, int longest) {
        char[] letters = text.toCharArray();
        int length = letters.length;
        for (int i = 0; i < length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        int lengths = longest - shortest + 1;
        // A hash set of ints: at most half full.
        int[] table = new int[Integer.highestOneBit(Math.max(1, length * lengths)) * 4];
        int[] grams = new int[length * lengths];
        int size = 0;
        for (int i = 0; i < length; i++) {
            int hash = 0;
            for (int n = 1; n <= longest && i + n <= length; n++) {
                hash = hash * 31 + letters[i + n - 1];
                if (n >= shortest && insert(table, hash)) {
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
