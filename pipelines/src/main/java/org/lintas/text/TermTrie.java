package org.lintas.text;

import java.util.Arrays;

/** The trie of a dictionary's terms while terms are added: its edges, in one open-addressed table. */
final class TermTrie {

    private long[] keys = new long[1 << 12];
    private int[] targets = new int[1 << 12];

    /** States, the root among them; there is one edge less. */
    private int size = 1;

    TermTrie() {
        Arrays.fill(keys, -1);
    }

    /** Number of states. */
    int size() {
        return size;
    }

    /** Adds a term; returns the state at which it ends, in the order of adding. */
    int add(String term) {
        int state = 0;
        for (int i = 0; i < term.length(); i++) {
            long key = ((long) state << Character.SIZE) | term.charAt(i);
            int slot = slot(key);
            if (keys[slot] == -1) {
                if (size * 2 > keys.length) {
                    resize();
                    slot = slot(key);
                }
                keys[slot] = key;
                targets[slot] = size++;
            }
            state = targets[slot];
        }
        return state;
    }

    /**
     * Numbers the states anew by their distance from the root, and lays out their edges: consecutive for each state, by character.
     *
     * @param firstEdge is set to the first edge of each state; has room for one state more
     * @param labels is set to the character of each edge
     * @param ends is set to the new number of the state that each edge leads to
     * @return the new number of each state
     */
    int[] layOut(int[] firstEdge, char[] labels, int[] ends) {
        long[] sorted = Arrays.stream(keys).filter(key -> key != -1).sorted().toArray();
        var from = new int[size + 1];
        for (long key : sorted) {
            from[(int) (key >>> Character.SIZE) + 1]++;
        }
        for (int state = 0; state < size; state++) {
            from[state + 1] += from[state];
        }
        var order = new int[size];
        var numbers = new int[size];
        int edges = 0;
        for (int number = 0; number < size; number++) {
            firstEdge[number] = edges;
            for (int at = from[order[number]]; at < from[order[number] + 1]; at++) {
                labels[edges] = (char) sorted[at];
                ends[edges] = ++edges;
                order[edges] = targets[slot(sorted[at])];
                numbers[order[edges]] = edges;
            }
        }
        firstEdge[size] = edges;
        return numbers;
    }

    private void resize() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        Arrays.fill(keys, -1);
        targets = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != -1) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                targets[slot] = oldTargets[i];
            }
        }
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[slot] != -1 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
