package org.lintas.text;

/** Names of files and of entries of archives, which may be anything, so that they can be shown. */
public final class Printable {

    private static final int MAX_LENGTH = 500;
    private static final int BEGINNING = 80;

    private Printable() {}

    /** A name in which nothing hides: characters that are not seen, or turn the direction of others, as Java escapes. */
    public static String of(String name) {
        return of(name, MAX_LENGTH);
    }

    /** The beginning of a line that may be of any length, shown in the same way. */
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
