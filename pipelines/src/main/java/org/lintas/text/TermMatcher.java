package org.lintas.text;

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

    /** Targets with this bit set are of states at which a term ends, or in whose links one does. */
    private static final int ENDS = 1 << 31;

    /** States near the root, in which most of a text is read, have a target for every character: as many of them as fit in so many entries. */
    private static final int ROW_ENTRIES = 1 << 17;

    /** Characters that are letters, digits or marks of scripts with spaces between words; and marks. */
    private static final byte WORD = 1;

    private static final byte MARK = 2;

    /** Those of {@link #BEFORE_CONSONANT} and {@link #AFTER_CONSONANT}. */
    private static final byte LEADS_CONSONANT = 4;

    private static final byte FOLLOWS_CONSONANT = 8;

    private static final byte[] KINDS = kinds();

    private record Pattern(String folded, boolean openLeft, boolean openRight, String cased) {}

    private final Pattern[] patterns;

    /** The column of each character in the rows; 0 for those that no term contains. */
    private final char[] columns;

    private final int columnCount;

    /** States are numbered by their distance from the root, which is 0; the first ones have a row. */
    private final int rowCount;

    private final int[] rows;

    /** The edges of the states without a row, in one open-addressed table: state and character of each; 0 in a free slot. */
    private final long[] edges;

    /** Where the edge of each slot leads to. */
    private final int[] targets;

    private final int[] fail;
    private final int[] output;
    private final int[] dictionaryLink;
    /** Terms that end in the same state (same spelling after folding), as a linked list. */
    private final int[] sameEnd;

    /**
     * For each state a bit set of the lowest six bits of the characters with an edge, as a filter, since most
     * characters have none.
     */
    private final long[] leadsOn;

    private TermMatcher(Pattern[] patterns, TermTrie trie, int[] ends) {
        this.patterns = patterns;
        int states = trie.size();
        var firstEdge = new int[states + 1];
        var labels = new char[states - 1];
        var ofEdges = new int[states - 1];
        fail = new int[states];
        dictionaryLink = new int[states];
        leadsOn = new long[states];
        output = new int[states];
        sameEnd = new int[patterns.length];
        Arrays.fill(output, -1);
        int[] numbers = trie.layOut(firstEdge, labels, ofEdges);
        for (int id = 0; id < patterns.length; id++) {
            int state = numbers[ends[id]];
            sameEnd[id] = output[state];
            output[state] = id;
        }
        columns = new char[1 << Character.SIZE];
        int columnsSoFar = 1;
        for (int state = 0; state < states; state++) {
            for (int edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                leadsOn[state] |= 1L << labels[edge];
                if (columns[labels[edge]] == 0) {
                    columns[labels[edge]] = (char) columnsSoFar++;
                }
            }
        }
        columnCount = columnsSoFar;
        rowCount = Math.max(1, Math.min(states, ROW_ENTRIES / columnCount));
        rows = new int[rowCount * columnCount];
        edges = new long[Math.max(2, 4 * Integer.highestOneBit(states - 1 - firstEdge[rowCount]))];
        targets = new int[edges.length];
        link(firstEdge, labels, ofEdges);
    }

    /** Creates a matcher of terms in the syntax of the word tables. */
    public static TermMatcher of(List<String> terms) {
        var trie = new TermTrie();
        var patterns = new Pattern[terms.size()];
        var ends = new int[terms.size()];
        for (int id = 0; id < patterns.length; id++) {
            patterns[id] = pattern(terms.get(id));
            ends[id] = trie.add(patterns[id].folded);
        }
        return new TermMatcher(patterns, trie, ends);
    }

    /**
     * What tells terms apart: those of one form match the same places, however they are written.
     *
     * @throws IllegalArgumentException if there is nothing to match in it
     */
    public static String form(String term) {
        Pattern pattern = pattern(term);
        return (pattern.openLeft ? "*" : "")
                + (pattern.cased == null ? pattern.folded : pattern.cased)
                + (pattern.openRight ? "*" : "");
    }

    private static Pattern pattern(String written) {
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
        return new Pattern(folded, openLeft, openRight, cased ? term : null);
    }

    /** Links each state to that of its longest suffix, those near the root first, since the links of others lead to them. */
    private void link(int[] firstEdge, char[] labels, int[] ofEdges) {
        for (int state = 0; state < output.length; state++) {
            for (int edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                int child = ofEdges[edge];
                fail[child] = state == 0 ? 0 : step(fail[state], labels[edge]) & ~ENDS;
                dictionaryLink[child] = output[fail[child]] >= 0 ? fail[child] : dictionaryLink[fail[child]];
                if (output[child] >= 0 || dictionaryLink[child] > 0) {
                    ofEdges[edge] |= ENDS;
                }
            }
            if (state < rowCount) {
                int row = state * columnCount;
                System.arraycopy(rows, fail[state] * columnCount, rows, row, columnCount);
                for (int edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                    rows[row + columns[labels[edge]]] = ofEdges[edge];
                }
            } else {
                for (int edge = firstEdge[state]; edge < firstEdge[state + 1]; edge++) {
                    put(state, labels[edge], ofEdges[edge]);
                }
            }
        }
    }

    private void put(int state, char c, int target) {
        long key = key(state, c);
        int slot = slot(key);
        while (edges[slot] != 0) {
            slot = (slot + 1) & (edges.length - 1);
        }
        edges[slot] = key;
        targets[slot] = target;
    }

    private static long key(int state, char c) {
        return (long) state << Character.SIZE | c;
    }

    private int slot(long key) {
        long hash = key * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & (edges.length - 1);
    }

    /** The target of a character from a state without a row, with {@link #ENDS}; 0 if there is none. */
    private int edge(int state, char c) {
        long key = key(state, c);
        int slot = slot(key);
        for (long edge = edges[slot]; edge != 0; edge = edges[slot]) {
            if (edge == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (edges.length - 1);
        }
        return 0;
    }

    /** The target of a character from a state, with {@link #ENDS}. */
    private int step(int from, char c) {
        int state = from;
        while (state >= rowCount) {
            int next = (leadsOn[state] >>> c & 1) == 0 ? 0 : edge(state, c);
            if (next != 0) {
                return next;
            }
            state = fail[state];
        }
        return rows[state * columnCount + columns[c]];
    }

    /** Reports every match of every term in the text; matches may overlap. */
    public void find(String text, FoldedText folded, Visitor visitor) {
        char[] chars = folded.chars();
        int state = 0;
        for (int i = 0, length = folded.length(); i < length; i++) {
            state = step(state, chars[i]);
            if (state < 0) {
                state &= ~ENDS;
                report(state, text, folded, i + 1, visitor);
            }
        }
    }

    private void report(int state, String text, FoldedText folded, int foldedEnd, Visitor visitor) {
        for (int s = output[state] >= 0 ? state : dictionaryLink[state]; s > 0; s = dictionaryLink[s]) {
            for (int id = output[s]; id >= 0; id = sameEnd[id]) {
                reportTerm(id, text, folded, foldedEnd, visitor);
            }
        }
    }

    private void reportTerm(int id, String text, FoldedText folded, int foldedEnd, Visitor visitor) {
        Pattern pattern = patterns[id];
        int start = folded.offset(foldedEnd - pattern.folded.length());
        int end = folded.offset(foldedEnd - 1) + 1;
        if (!pattern.openLeft && start > 0 && joins(text.charAt(start - 1), text.charAt(start))) {
            return;
        }
        if (!pattern.openRight && end < text.length() && joins(text.charAt(end - 1), text.charAt(end))) {
            return;
        }
        if (pattern.cased != null && !text.regionMatches(start, pattern.cased, 0, pattern.cased.length())) {
            return;
        }
        if (end < text.length() && (KINDS[text.charAt(end)] & MARK) != 0) {
            return;
        }
        if (splitsSyllable(text, start) || splitsSyllable(text, end)) {
            return;
        }
        visitor.match(id, start, end);
    }

    /** Whether two neighbouring characters belong to one word of a script that separates words. */
    private static boolean joins(char left, char right) {
        return (KINDS[left] & KINDS[right] & WORD) != 0;
    }

    /**
     * Whether an offset is inside a syllable of a script without word spaces: after a vowel that precedes its
     * consonant, before a vowel that follows it, or after a sign that stacks consonants.
     */
    private static boolean splitsSyllable(String text, int at) {
        return at > 0
                && at < text.length()
                && ((KINDS[text.charAt(at - 1)] & LEADS_CONSONANT) != 0
                        || (KINDS[text.charAt(at)] & FOLLOWS_CONSONANT) != 0);
    }

    private static byte[] kinds() {
        var kinds = new byte[1 << Character.SIZE];
        for (int c = 0; c < kinds.length; c++) {
            int type = Character.getType((char) c);
            boolean isMark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            boolean isWord = (Character.isLetterOrDigit((char) c) || isMark)
                    && Script.of(c).hasWordSpaces();
            kinds[c] = (byte) ((isMark ? MARK : 0) | (isWord ? WORD : 0));
        }
        BEFORE_CONSONANT.chars().forEach(c -> kinds[c] |= LEADS_CONSONANT);
        AFTER_CONSONANT.chars().forEach(c -> kinds[c] |= FOLLOWS_CONSONANT);
        return kinds;
    }
}
