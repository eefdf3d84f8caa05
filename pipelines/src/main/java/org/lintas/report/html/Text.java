package org.lintas.report.html;

/**
 * Text, escaped when written. Characters not allowed in HTML (controls, lone surrogates, noncharacters) become the replacement character.
 */
public record Text(String text) implements Node {

    private static final int REPLACEMENT = 0xFFFD;

    @Override
    public void write(StringBuilder out) {
        escape(text, out);
    }

    /** Escapes for both text and attributes in double quotes. */
    static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(belongs(c) ? c : REPLACEMENT);
            }
        });
    }

    private static boolean belongs(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !noncharacter && !surrogate;
    }
}
