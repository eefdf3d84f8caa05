package org.lintas.archive.container;

/** Names of the files inside an archive, which may be anything: they are shown and looked at, never used as paths. */
public final class EntryName {

    private static final int MAX_LENGTH = 500;

    private EntryName() {}

    /** A name in which nothing hides: characters that are not seen, or turn the direction of others, as Java escapes. */
    public static String printable(String name) {
        var shown = new StringBuilder();
        for (int i = 0; i < name.length() && i < MAX_LENGTH; ) {
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
        return name.length() > MAX_LENGTH ? shown + "…" : shown.toString();
    }
}
