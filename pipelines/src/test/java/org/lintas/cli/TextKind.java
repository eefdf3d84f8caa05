package org.lintas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.WordTable;

/**
 * A kind of text that a stage may take long for.
 *
 * @param text a text of so many UTF-16 units
 */
record TextKind(String name, IntFunction<String> text) {

    /** Burmese is left out: a text with a little of it costs next to nothing, one with more is read as Zawgyi. */
    private static final int FIRST_AFTER_BURMESE = 0x10A0;

    private static final int LAST = 0xFFFF;

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    /** Every kind. */
    static List<TextKind> all() {
        var kinds = new ArrayList<TextKind>();
        for (var row : WordTable.read(TextKind.class, "text_kinds.tsv", 2)) {
            String unit = unescaped(row.get(1));
            kinds.add(new TextKind(row.get(0), length -> repeated(unit, length)));
        }
        kinds.add(new TextKind("words that differ", length -> {
            var random = new Random(1);
            return joined(length, () -> Integer.toString(random.nextInt(1 << 30), 36) + " ");
        }));
        kinds.add(new TextKind("names that differ", TextKind::names));
        kinds.add(new TextKind("lines that differ", length -> {
            var random = new Random(2);
            return joined(length, () -> Character.toString(0x4E00 + random.nextInt(20_000)) + "bcd\n");
        }));
        kinds.add(new TextKind("any characters", length -> {
            var random = new Random(3);
            return joined(
                    length, () -> Character.toString(FIRST_AFTER_BURMESE + random.nextInt(LAST - FIRST_AFTER_BURMESE)));
        }));
        return kinds;
    }

    /** A text of names within sentences, each of them once. */
    static String names(int length) {
        var random = new Random(4);
        return joined(length, () -> "kata Q" + letters(random) + " yang pergi ke pasar ");
    }

    private static String letters(Random random) {
        return Integer.toString(random.nextInt(1 << 30), 36).replaceAll("[0-9]", "q");
    }

    /** So many UTF-16 units of a text that repeats itself. */
    static String repeated(String unit, int length) {
        return joined(length, () -> unit);
    }

    /** What a table says with escapes, as it is. */
    static String unescaped(String unit) {
        return ESCAPE.matcher(unit)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))))
                .translateEscapes();
    }

    private static String joined(int length, Supplier<String> next) {
        var text = new StringBuilder(length + 200);
        while (text.length() < length) {
            text.append(next.get());
        }
        text.setLength(length);
        return text.toString();
    }
}
