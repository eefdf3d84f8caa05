package org.lintas.archive.json;

import java.util.BitSet;

/**
 * Scans a JSON object for its end without parsing it. It tracks strings and brackets, and accepts only characters
 * outside strings that are valid there, so that a missing quotation mark is detected soon.
 */
final class JsonObjectScanner {

    /** State after the bytes so far. */
    enum State {
        OPEN,
        COMPLETE,
        BROKEN
    }

    /** Maximum nesting depth; articles are not nested deeper. */
    private static final int MAX_DEPTH = 512;

    private static final BitSet OUTSIDE_STRINGS = new BitSet();

    static {
        " \t\r\n,:+-.0123456789eEtrufalsn".chars().forEach(OUTSIDE_STRINGS::set);
    }

    private final BitSet objects = new BitSet();
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** Processes the next byte, 0 to 255; the first one must be the opening brace. */
    State next(int b) {
        if (inString) {
            return inString(b);
        }
        switch (b) {
            case '"' -> inString = true;
            case '{', '[' -> {
                objects.set(depth, b == '{');
                depth++;
                return depth > MAX_DEPTH ? State.BROKEN : State.OPEN;
            }
            case '}', ']' -> {
                depth--;
                if (depth < 0 || objects.get(depth) != (b == '}')) {
                    return State.BROKEN;
                }
                return depth == 0 ? State.COMPLETE : State.OPEN;
            }
            default -> {
                return OUTSIDE_STRINGS.get(b) ? State.OPEN : State.BROKEN;
            }
        }
        return State.OPEN;
    }

    private State inString(int b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
        }
        return b < ' ' ? State.BROKEN : State.OPEN;
    }
}
