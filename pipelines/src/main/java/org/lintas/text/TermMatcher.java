package org.lintas.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds all terms of a dictionary in one pass over a text (Aho and Corasick 1975, doi:10.1145/360825.360855).
 *
 * <p>In scripts with spaces a term matches only at word boundaries; an asterisk at either end allows any continuation
 * on that side. A match never ends inside a grapheme. A term in capitals only ({@code TPPO}) matches only capitals.
 */
public final class TermMatcher {

    /** Receives the matches, in the order in which they end. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * A match.
         *
         * @param term index of the term in the dictionary
         * @param start first UTF-16 unit of the match in the text
         * @param end unit after the last
         */
        void match(int term, int start, int end);
    }

    /** Vowels of Thai and Lao that precede their consonant, and the Khmer and Burmese signs that stack consonants. */
    private static final String BEFORE_CONSONANT =
            "\u0E40\u0E41\u0E42\u0E43\u0E44\u0EC0\u0EC1\u0EC2\u0EC3\u0EC4\u17D2\u1039";

    /** Vowels of Thai and Lao that follow their consonant and are letters in Unicode, not marks. */
    private static final String AFTER_CONSONANT = "\u0E30\u0E32\u0E33\u0E45\u0EB0\u0EB2\u0EB3";

    /** Up to this many edges are searched linearly. */
    private static final int FEW_EDGES = 4;

    private record Pattern(String folded, boolean openLeft, boolean openRight, String cased) {}

    private final List<Pattern> patterns = new ArrayList<>();
    /** The edges while terms are added. */
    private final EdgeTable growing = new EdgeTable();

    /**
     * The edges of each state in consecutive slots, sorted by character, for better memory locality than the hash
     * table.
     */
    private int[] firstEdge;

    private char[] labels;
    private int[] targets;

    private int[] fail = new int[1024];
    private int[] output = new int[1024];
    private int[] dictionaryLink = new int[1024];
    /** Terms that end in the same state (same spelling after folding), as a linked list. */
    private int[] sameEnd = new int[1024];

    private int states = 1;

    /**
     * For each state a bit set of the lowest six bits of the characters with an edge, as a filter, since most
     * characters have none.
     */
    private long[] leadsOn = new long[1024];

    /** The target of each character from the root, which is the most frequent state; 0 if there is none. */
    private final int[] fromRoot = new int[1 << Character.SIZE];

    private TermMatcher() {}

    /** Creates a matcher of terms in the syntax of the word tables. */
    public static TermMatcher of(List<String> terms) {
        var matcher = new TermMatcher();
        Arrays.fill(matcher.output, -1);
        for (String term : terms) {
            matcher.add(term);
        }
        matcher.link();
        return matcher;
    }

    private void add(String written) {
        boolean openLeft = written.startsWith("*");
        boolean openRight = written.endsWith("*") && written.length() > 1;
        String bare = written.substring(openLeft ? 1 : 0, written.length() - (openRight ? 1 : 0));
        String term = TextNormaliser.term(bare);
        boolean cased = term.codePoints().anyMatch(Character::isUpperCase)
                && term.codePoints().noneMatch(Character::isLowerCase);
        String folded = FoldedText.of(term).toString();
        if (folded.isEmpty()) {
            throw new IllegalArgumentException("empty term: '" + written + "'");
        }
        int id = patterns.size();
        patterns.add(new Pattern(folded, openLeft, openRight, cased ? term : null));
        int state = 0;
        for (int i = 0; i < folded.length(); i++) {
            int next = growing.get(state, folded.charAt(i));
            if (next < 0) {
                next = states++;
                grow();
                growing.put(state, folded.charAt(i), next);
                leadsOn[state] |= 1L << folded.charAt(i);
            }
            state = next;
        }
        if (id >= sameEnd.length) {
            sameEnd = Arrays.copyOf(sameEnd, id * 2);
        }
        sameEnd[id] = output[state];
        output[state] = id;
    }

    private void grow() {
        if (states > output.length) {
            int old = output.length;
            output = Arrays.copyOf(output, old * 2);
            Arrays.fill(output, old, output.length, -1);
            fail = Arrays.copyOf(fail, old * 2);
            leadsOn = Arrays.copyOf(leadsOn, old * 2);
            dictionaryLink = Arrays.copyOf(dictionaryLink, old * 2);
        }
    }

    private void link() {
        layOut();
        var queue = new int[states];
        int filled = 0;
        for (int edge = firstEdge[0]; edge < firstEdge[1]; edge++) {
            queue[filled++] = targets[edge];
            fromRoot[labels[edge]] = targets[edge];
        }
        for (int head = 0; head < filled; head++) {
            int state = queue[head];
            for (int edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                int child = targets[edge];
                fail[child] = step(fail[state], labels[edge]);
                dictionaryLink[child] = output[fail[child]] >= 0 ? fail[child] : dictionaryLink[fail[child]];
                queue[filled++] = child;
            }
        }
    }

    private void layOut() {
        long[] keys = growing.sortedKeys();
        firstEdge = new int[states + 1];
        labels = new char[keys.length];
        targets = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int state = (int) (keys[i] >>> Character.SIZE);
            firstEdge[state + 1] = i + 1;
            labels[i] = (char) keys[i];
            targets[i] = growing.get(state, labels[i]);
        }
        for (int state = 1; state <= states; state++) {
            firstEdge[state] = Math.max(firstEdge[state], firstEdge[state - 1]);
        }
        growing.clear();
    }

    /** The target of a character from a state; -1 if there is none. */
    private int edge(int state, char c) {
        int low = firstEdge[state];
        int high = firstEdge[state + 1];
        while (high - low > FEW_EDGES) {
            int middle = (low + high) >>> 1;
            if (labels[middle] <= c) {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (int i = low; i < high; i++) {
            if (labels[i] == c) {
                return targets[i];
            }
        }
        return -1;
    }

    private int step(int from, char c) {
        for (int state = from; state > 0; state = fail[state]) {
            int next = (leadsOn[state] >>> c & 1) == 0 ? -1 : edge(state, c);
            if (next >= 0) {
                return next;
            }
        }
        return fromRoot[c];
    }

    /** Reports every match of every term in the text; matches may overlap. */
    public void find(String text, FoldedText folded, Visitor visitor) {
        int state = 0;
        for (int i = 0; i < folded.length(); i++) {
            state = step(state, folded.charAt(i));
            for (int s = output[state] >= 0 ? state : dictionaryLink[state]; s > 0; s = dictionaryLink[s]) {
                for (int id = output[s]; id >= 0; id = sameEnd[id]) {
                    report(id, text, folded, i + 1, visitor);
                }
            }
        }
    }

    private void report(int id, String text, FoldedText folded, int foldedEnd, Visitor visitor) {
        Pattern pattern = patterns.get(id);
        int start = folded.offset(foldedEnd - pattern.folded.length());
        int end = folded.offset(foldedEnd - 1) + 1;
        if (pattern.cased != null && !text.regionMatches(start, pattern.cased, 0, pattern.cased.length())) {
            return;
        }
        if (end < text.length() && isMark(text.charAt(end))) {
            return;
        }
        if (splitsSyllable(text, start) || splitsSyllable(text, end)) {
            return;
        }
        if (!pattern.openLeft && start > 0 && joins(text.charAt(start - 1), text.charAt(start))) {
            return;
        }
        if (!pattern.openRight && end < text.length() && joins(text.charAt(end - 1), text.charAt(end))) {
            return;
        }
        visitor.match(id, start, end);
    }

    /** Whether two neighbouring characters belong to one word of a script that separates words. */
    private static boolean joins(char left, char right) {
        return isWordCharacter(left) && isWordCharacter(right);
    }

    private static boolean isWordCharacter(char c) {
        boolean wordCharacter = Character.isLetterOrDigit(c) || isMark(c);
        return wordCharacter && Script.of(c).hasWordSpaces();
    }

    /**
     * Whether an offset is inside a syllable of a script without word spaces: after a vowel that precedes its
     * consonant, before a vowel that follows it, or after a sign that stacks consonants.
     */
    private static boolean splitsSyllable(String text, int at) {
        return at > 0
                && at < text.length()
                && (BEFORE_CONSONANT.indexOf(text.charAt(at - 1)) >= 0
                        || AFTER_CONSONANT.indexOf(text.charAt(at)) >= 0);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Edges of the trie, in one open-addressed table. */
    private static final class EdgeTable {
        private long[] keys = new long[1 << 12];
        private int[] targets = new int[1 << 12];
        private int size;

        EdgeTable() {
            Arrays.fill(keys, -1);
        }

        int get(int state, char c) {
            long key = ((long) state << 16) | c;
            int slot = slot(key);
            while (keys[slot] != -1) {
                if (keys[slot] == key) {
                    return targets[slot];
                }
                slot = (slot + 1) & (keys.length - 1);
            }
            return -1;
        }

        void put(int state, char c, int target) {
            if (++size * 2 > keys.length) {
                resize();
            }
            insert(((long) state << 16) | c, target);
        }

        private void insert(long key, int target) {
            int slot = slot(key);
            while (keys[slot] != -1) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            targets[slot] = target;
        }

        private void resize() {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = new long[oldKeys.length * 2];
            Arrays.fill(keys, -1);
            targets = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != -1) {
                    insert(oldKeys[i], oldTargets[i]);
                }
            }
        }

        private int slot(long key) {
            long h = key * 0x9E3779B97F4A7C15L;
            return (int) (h >>> 32) & (keys.length - 1);
        }

        /** State and character of each edge, in order. */
        long[] sortedKeys() {
            return Arrays.stream(keys).filter(key -> key != -1).sorted().toArray();
        }

        void clear() {
            keys = new long[0];
            targets = new int[0];
        }
    }
}
