package org.lintas.storage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A glob for paths: {@code *} and {@code ?} match characters within one name, {@code **} matches any characters, {@code
 * [a-z]} and {@code [!a-z]} one character of a set, <code>{a,b}</code> either alternative; a backslash escapes the next
 * character. A leading dot is an ordinary character, and matching is case-sensitive. The syntax is that of Java's
 * globs, but this class can also match a path incrementally, name by name, to determine whether anything below a folder
 * can match.
 */
public final class Glob {

    /** Maximum number of alternatives after expansion of braces. */
    private static final int MAX_ALTERNATIVES = 1_000;

    private static final IntPredicate IN_A_NAME = c -> c != '/';

    /**
     * An element of the pattern.
     *
     * @param repeats whether it matches any number of characters, including none
     * @param isEnd whether it marks the end of the pattern
     */
    private record Token(IntPredicate accepts, boolean repeats, boolean isEnd) {
        Token(IntPredicate accepts, boolean repeats) {
            this(accepts, repeats, false);
        }
    }

    private static final Token END = new Token(c -> false, false, true);

    /** The tokens of all alternatives, each terminated by {@link #END}. */
    private final List<Token> tokens = new ArrayList<>();

    private final BitSet starts = new BitSet();

    private Glob() {}

    /** Whether a location contains wildcard characters. */
    public static boolean isGlob(String place) {
        return place.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    public static Glob of(String pattern) {
        var glob = new Glob();
        for (String alternative : alternatives(pattern)) {
            int start = glob.tokens.size();
            glob.add(alternative);
            glob.tokens.add(END);
            glob.reach(glob.starts, start);
        }
        return glob;
    }

    public boolean matches(String path) {
        return start().after(path).isMatch();
    }

    /** The position before the first character of a path. */
    Position start() {
        return new Position(starts);
    }

    /** The state of matching after some part of a path. Equal positions match the same continuations. */
    final class Position {
        private final BitSet at;

        private Position(BitSet at) {
            this.at = at;
        }

        /** The position after more of the path. */
        Position after(String text) {
            BitSet now = at;
            for (int c : text.codePoints().toArray()) {
                var next = new BitSet();
                for (int i = now.nextSetBit(0); i >= 0; i = now.nextSetBit(i + 1)) {
                    Token token = tokens.get(i);
                    if (token.accepts().test(c)) {
                        reach(next, token.repeats() ? i : i + 1);
                    }
                }
                now = next;
            }
            return new Position(now);
        }

        /** Whether the path so far matches. */
        boolean isMatch() {
            return at.stream().anyMatch(i -> tokens.get(i).isEnd());
        }

        /** Whether no continuation of the path can match. */
        boolean isDead() {
            return at.stream().allMatch(i -> tokens.get(i).isEnd());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Position position && at.equals(position.at);
        }

        @Override
        public int hashCode() {
            return at.hashCode();
        }
    }

    /** Adds a token, and the tokens after it as long as they may match nothing. */
    private void reach(BitSet set, int token) {
        int i = token;
        set.set(i);
        while (tokens.get(i).repeats()) {
            set.set(++i);
        }
    }

    private void add(String pattern) {
        int[] c = pattern.codePoints().toArray();
        for (int i = 0; i < c.length; i++) {
            switch (c[i]) {
                case '*' -> {
                    boolean isTwo = i + 1 < c.length && c[i + 1] == '*';
                    tokens.add(new Token(isTwo ? any -> true : IN_A_NAME, true));
                    i += isTwo ? 1 : 0;
                }
                case '?' -> tokens.add(new Token(IN_A_NAME, false));
                case '[' -> i = addSet(c, i);
                case '\\' -> {
                    if (++i == c.length) {
                        throw new IllegalArgumentException("ends with a backslash");
                    }
                    addCharacter(c[i]);
                }
                default -> addCharacter(c[i]);
            }
        }
    }

    private void addCharacter(int c) {
        tokens.add(new Token(other -> other == c, false));
    }

    /** Adds a set and returns the index of its closing bracket. */
    private int addSet(int[] c, int open) {
        boolean isNegative = open + 1 < c.length && c[open + 1] == '!';
        int first = open + (isNegative ? 2 : 1);
        IntPredicate accepts = any -> false;
        for (int i = first; i < c.length; i++) {
            if (c[i] == ']' && i > first) {
                IntPredicate one = isNegative ? accepts.negate() : accepts;
                tokens.add(new Token(IN_A_NAME.and(one), false));
                return i;
            }
            int from = c[i];
            boolean isRange = i + 2 < c.length && c[i + 1] == '-' && c[i + 2] != ']';
            int to = isRange ? c[i + 2] : from;
            i += isRange ? 2 : 0;
            accepts = accepts.or(other -> from <= other && other <= to);
        }
        throw new IllegalArgumentException("a [ is not closed; escape it with a backslash to match it literally");
    }

    /** Expands braces into patterns without braces. */
    private static List<String> alternatives(String pattern) {
        int open = firstBrace(pattern);
        if (open < 0) {
            return List.of(pattern);
        }
        var choices = new ArrayList<String>();
        int depth = 0;
        int begin = open + 1;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                choices.add(pattern.substring(begin, i));
                return expanded(pattern.substring(0, open), choices, pattern.substring(i + 1));
            } else if (c == ',' && depth == 1) {
                choices.add(pattern.substring(begin, i));
                begin = i + 1;
            }
        }
        throw new IllegalArgumentException("a { is not closed; escape it with a backslash to match it literally");
    }

    private static List<String> expanded(String before, List<String> choices, String behind) {
        var all = new ArrayList<String>();
        for (String choice : choices) {
            all.addAll(alternatives(before + choice + behind));
            if (all.size() > MAX_ALTERNATIVES) {
                throw new IllegalArgumentException("has more than " + MAX_ALTERNATIVES + " alternatives");
            }
        }
        return all;
    }

    /** The index of the first brace that is neither escaped nor in a set; -1 if there is none. */
    private static int firstBrace(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                return i;
            }
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                int close = pattern.indexOf(']', i + (pattern.startsWith("!", i + 1) ? 3 : 2));
                i = close < 0 ? i : close;
            }
        }
        return -1;
    }
}
