package org.lintas.extract.maintext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/** What the class or id of an element marks as boilerplate: share buttons, comments, related articles. */
enum BoilerplateMarker {
    NONE,
    /** Boilerplate; the mark may also be on an element around the main text, as {@code has-sidebar} is. */
    BOILERPLATE,
    /** Readers' comments: removed even if they are most of the page. */
    COMMENTS;

    private static final Map<String, BoilerplateMarker> NAMES = new HashMap<>();

    static {
        for (var row : WordTable.read(BoilerplateMarker.class, "boilerplate_markers.tsv", 2)) {
            NAMES.put(row.get(0), valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    /** The strongest marker among the words of a class or id, and among pairs of adjacent words. */
    static BoilerplateMarker in(String names) {
        if (names.isEmpty()) {
            return NONE;
        }
        String lower = LowerCase.of(names);
        BoilerplateMarker marker = NONE;
        int before = 0;
        int start = 0;
        for (int end = 0; end <= lower.length(); end++) {
            if (end == lower.length() || isBetweenWords(lower.charAt(end))) {
                marker = stronger(marker, NAMES.getOrDefault(lower.substring(start, end), NONE));
                marker = stronger(marker, NAMES.getOrDefault(lower.substring(before, end), NONE));
                before = start;
                start = end + 1;
            }
        }
        return marker;
    }

    static BoilerplateMarker stronger(BoilerplateMarker one, BoilerplateMarker other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean isBetweenWords(char c) {
        return c == '-' || c == '_' || Character.isWhitespace(c);
    }
}
