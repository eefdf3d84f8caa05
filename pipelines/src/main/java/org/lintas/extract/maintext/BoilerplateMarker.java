package org.lintas.extract.maintext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/** What the class or id of an element marks as boilerplate: share buttons, comments, related articles. */
enum BoilerplateMarker {
    NONE,
    /** A quoted post of a social network, which is part of the story though it lies in a box for such posts. */
    QUOTE,
    /** Boilerplate, or a whole story: outlets give such names to both. */
    SOFT,
    /** Boilerplate; the mark may also be on an element around the main text, as {@code l-sidebar} is. */
    BOILERPLATE,
    /** What stands beside the story, even if it is most of the page. */
    ASIDE,
    /** Readers' comments: removed even if they are most of the page. */
    COMMENTS,
    /** Text for screen readers, or shown only under the pointer. */
    UNSEEN;

    /** Says with the next word, or with the one before, what a page has or allows, not what an element is. */
    private static final Set<String> STATES_BEFORE = Set.of("has", "with", "no", "without", "allow", "hide", "is");

    private static final Set<String> STATES_AFTER = Set.of("enabled", "disabled", "open", "closed", "allowed", "count");

    /** An id with one of these words was made of a headline. */
    private static final Set<String> WORDS_OF_HEADLINES = Set.of(
            "and", "are", "dan", "dari", "dengan", "for", "from", "how", "mga", "ng", "of", "pada", "the", "untuk", "was", "what",
            "why", "with", "yang");

    private static final Pattern HUMPS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static final int MIN_WORDS_OF_HEADLINE = 3;

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
        String lower = LowerCase.of(HUMPS.matcher(names).replaceAll("-"));
        BoilerplateMarker marker = NONE;
        // Two words back, so that the word after a name is known before the name counts.
        BoilerplateMarker pending = NONE;
        String previous = "";
        int before = 0;
        int start = 0;
        for (int end = 0; end <= lower.length(); end++) {
            if (end == lower.length() || isBetweenWords(lower.charAt(end))) {
                String word = lower.substring(start, end);
                boolean joined = start > 0 && lower.charAt(start - 1) == '-';
                if (joined && STATES_AFTER.contains(word)) {
                    pending = NONE;
                }
                marker = stronger(marker, pending);
                pending = joined && STATES_BEFORE.contains(previous) ? NONE : NAMES.getOrDefault(word, NONE);
                marker = stronger(marker, NAMES.getOrDefault(lower.substring(before, end), NONE));
                previous = word;
                before = start;
                start = end + 1;
            }
        }
        return stronger(marker, pending);
    }

    /** The marker of an id; an id that was made of a headline marks nothing. */
    static BoilerplateMarker inId(String id) {
        BoilerplateMarker marker = in(id);
        return marker != NONE && marker != COMMENTS && isSlug(id) ? NONE : marker;
    }

    private static boolean isSlug(String id) {
        String[] words = LowerCase.of(id).split("[-_]", 2 * MIN_WORDS_OF_HEADLINE);
        return words.length >= MIN_WORDS_OF_HEADLINE && Stream.of(words).anyMatch(WORDS_OF_HEADLINES::contains);
    }

    static BoilerplateMarker stronger(BoilerplateMarker one, BoilerplateMarker other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean isBetweenWords(char c) {
        return c == '-' || c == '_' || Character.isWhitespace(c);
    }
}
