package org.lintas.text;

/** Makes arbitrary names of files and archive entries safe to print. */
public final class Printable {

    private static final int MAX_LENGTH = 500;
    private static final int BEGINNING = 80;

    private Printable() {}

    /** A name with invisible and bidirectional control characters replaced by Java escapes, cut to 500 characters. */
    public static String of(String name) {
        return of(name, MAX_LENGTH);
    }

    /** The first 80 characters of a line, escaped in the same way. */
    public static String beginning(String line) {
        return of(line, BEGINNING);
    }

    private static String of(String name, int maxLength) {
        var shown = new StringBuilder();
        for (int i = 0; i < name.length() && i < maxLength; ) {
            int c = name.codePointAt(i);
            boolean hidden = switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED -> true;
                default -> false;
            };
            if (hidden) {
                shown.append(String.format("\\u%04X", c));
            } else {
                shown.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return name.length() > maxLength ? shown + "…" : shown.toString();
    }
}
