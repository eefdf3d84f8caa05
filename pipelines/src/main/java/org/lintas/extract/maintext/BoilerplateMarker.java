package org.lintas.extract.maintext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/** Names that pages give to the elements around what is not the story: share buttons, comments, related stories. */
enum BoilerplateMarker {
    NONE,
    /** Beside the story; may also be said of what holds the story, as {@code has-sidebar} is. */
    BOILERPLATE,
    /** By readers: set aside even where it is most of the page. */
    COMMENTS;

    private static final Map<String, BoilerplateMarker> NAMES = new HashMap<>();

    static {
        for (var row : WordTable.read(BoilerplateMarker.class, "boilerplate_markers.tsv", 2)) {
            NAMES.put(row.get(0), valueOf(row.get(1).toUpperCase(Locale.ROOT)));
        }
    }

    /** What one word of a class or id, or two that follow each other, say of the element. */
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
