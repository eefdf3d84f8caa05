package org.lintas.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.util.List;
import java.util.regex.Pattern;

/** A text table for a terminal. Column widths account for wide and combining characters; long values are shortened. */
final class TextTable {

    private static final int MAX_WIDTH = 60;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private TextTable() {}

    /** One line per row. */
    static String of(List<List<String>> rows, boolean cut) {
        List<List<String>> cells = rows.stream()
                .map(row -> row.stream().map(value -> cell(value, cut)).toList())
                .toList();
        int[] widths = new int[cells.get(0).size()];
        for (List<String> row : cells) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], width(row.get(c)));
            }
        }
        var out = new StringBuilder();
        for (List<String> row : cells) {
            var line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                line.append(row.get(c)).append(" ".repeat(widths[c] - width(row.get(c)) + 2));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    /** A value on one line, without control characters and characters that change the text direction. */
    private static String cell(String value, boolean cut) {
        String line = CONTROL.matcher(value).replaceAll(" ");
        if (!cut || width(line) <= MAX_WIDTH) {
            return line;
        }
        var start = new StringBuilder();
        line.codePoints()
                .takeWhile(c -> width(start.toString()) + width(c) < MAX_WIDTH)
                .forEach(start::appendCodePoint);
        return start.append('…').toString();
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default ->
                switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
                    case EastAsianWidth.WIDE, EastAsianWidth.FULLWIDTH -> 2;
                    default -> 1;
                };
        };
    }
}
