package org.lintas.extract.maintext;

/**
 * Truncates tag names that are too long, as in a page of {@code <a<a<a}: the parser assembles a name piece by piece, in time
 * quadratic in its length.
 */
public final class TagNames {

    /** The longest name of an HTML element has ten letters, those of custom elements have some tens. */
    private static final int LONGEST = 500;

    private TagNames() {}

    /** The markup with long names truncated; the same object if no name is too long. */
    public static String cut(String markup) {
        StringBuilder out = null;
        int kept = 0;
        int end;
        for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', end)) {
            int start = markup.startsWith("/", at + 1) ? at + 2 : at + 1;
            end = start;
            if (start < markup.length() && isLetter(markup.charAt(start))) {
                while (end < markup.length() && !endsName(markup.charAt(end))) {
                    end++;
                }
            }
            if (end - start > LONGEST) {
                out = out == null ? new StringBuilder(markup.length()) : out;
                out.append(markup, kept, start + LONGEST);
                kept = end;
            }
        }
        return out == null ? markup : out.append(markup, kept, markup.length()).toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean endsName(char c) {
        return c == ' ' || c == '/' || c == '>' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
