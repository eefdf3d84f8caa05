package org.lintas.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of a list that a user gives, with cells between tabs. Empty lines and those that begin with {@code #} are none.
 *
 * @param number from 1
 * @param text the whole line, without a byte order mark
 * @param cells without space around them, and without the quotes that spreadsheets write around some
 */
public record TabbedLine(int number, String text, List<String> cells) {

    /** Stands for every language. */
    public static final String ANY = "any";

    /**
     * The lines of a list.
     *
     * @param columns names of the columns, with commas between
     * @param most how many lines there may be
     * @throws IllegalArgumentException naming the line that has too few or too many cells, or is one too many
     */
    public static List<TabbedLine> read(List<String> lines, String columns, int most) {
        var read = new ArrayList<TabbedLine>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).replace("\uFEFF", "");
            if (!text.isBlank() && !text.startsWith("#")) {
                TabbedLine line = of(i + 1, text, columns);
                if (read.size() == most) {
                    throw line.wrong(String.format(Locale.ROOT, "more than %,d names; shorten the list", most));
                }
                read.add(line);
            }
        }
        return read;
    }

    /**
     * The lines of a list that must have some: one of comments only is most likely another file than the one meant.
     *
     * @throws IllegalArgumentException as above, and if there is none
     */
    public static List<TabbedLine> readSome(List<String> lines, String columns, int most) {
        List<TabbedLine> read = read(lines, columns, most);
        if (read.isEmpty()) {
            throw new IllegalArgumentException("names nothing; give lines of " + columns + ", separated by tabs");
        }
        return read;
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
                : cell;
    }

    private static TabbedLine of(int number, String text, String columns) {
        List<String> cells = Stream.of(text.split("\t", -1))
                .map(String::strip)
                .map(TabbedLine::unquoted)
                .toList();
        var line = new TabbedLine(number, text, cells);
        if (cells.size() != columns.split(",", -1).length) {
            throw line.wrong("has " + cells.size() + " columns; give " + columns + ", separated by tabs");
        }
        return line;
    }

    /**
     * A cell that has a code of a language, or {@link #ANY}.
     *
     * @throws IllegalArgumentException if it has not
     */
    public String language(int column) {
        String code = cells.get(column);
        if (!code.equals(ANY) && Language.of(code).isEmpty()) {
            throw wrong("language '" + Printable.beginning(code) + "' is unknown; give one of "
                    + Stream.of(Language.values()).map(Language::code).collect(Collectors.joining(",")) + ", or "
                    + ANY);
        }
        return code;
    }

    /**
     * A cell that has the name of a constant.
     *
     * @throws IllegalArgumentException if it has not
     */
    public String kind(int column, Enum<?>[] kinds) {
        String kind = cells.get(column);
        if (Stream.of(kinds).noneMatch(known -> known.name().equals(kind))) {
            throw wrong("kind '" + Printable.beginning(kind) + "' is unknown; give one of "
                    + Stream.of(kinds).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return kind;
    }

    /** An error that names the line. */
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + number + ": " + what);
    }
}
