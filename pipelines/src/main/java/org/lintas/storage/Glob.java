package org.lintas.storage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A pattern for paths: {@code *} and {@code ?} stand for characters of one name, {@code **} for any, {@code [a-z]} and {@code [!a-z]} for
 * one of a set, <code>{a,b}</code> for either; a backslash takes the meaning from what follows. A leading dot is a character like others,
 * and case counts. So Java's globs are, too; but this one can be followed along a path, name by name, which tells whether anything below
 * a folder can match.
 */
public final class Glob {

    /** More alternatives than anybody writes. */
    private static final int MAX_ALTERNATIVES = 1_000;

    private static final IntPredicate IN_A_NAME = c -> c != '/';

    /**
     * What stands for a character.
     *
     * @param repeats whether it stands for any number of them, none included
     * @param isEnd whether it stands for none, for a path that matches ends before it
     */
    private record Token(IntPredicate accepts, boolean repeats, boolean isEnd) {
        Token(IntPredicate accepts, boolean repeats) {
            this(accepts, repeats, false);
        }
    }

    private static final Token END = new Token(c -> false, false, true);

    /** Those of all alternatives, each closed by an end. */
    private final List<Token> tokens = new ArrayList<>();

    private final BitSet starts = new BitSet();

    private Glob() {}

    /** Whether a place has characters that only a pattern needs. */
    public static boolean isGlob(String place) {
        return place.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it is none
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

    /** Where a path has not begun. */
    Position start() {
        return new Position(starts);
    }

    /** How far a path has matched. Two places with the same position have the same still to come. */
    final class Position {
        private final BitSet at;

        private Position(BitSet at) {
            this.at = at;
        }

        /** The position when the path goes on. */
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

        /** Whether the path matches if it ends here. */
        boolean isMatch() {
            return at.stream().anyMatch(i -> tokens.get(i).isEnd());
        }

        /** Whether it cannot match any more, however it goes on. */
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

    /** What may be none is passed, too. */
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

    /** Gives the place of the bracket that closes the set. */
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
        throw new IllegalArgumentException("a [ is not closed; a backslash before it makes it a plain character");
    }

    /** The patterns without braces that one with braces stands for. */
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
        throw new IllegalArgumentException("a { is not closed; a backslash before it makes it a plain character");
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

    /** The first brace that is neither escaped nor in a set; -1 if there is none. */
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
