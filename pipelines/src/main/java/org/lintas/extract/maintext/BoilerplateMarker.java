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
            "and", "are", "dan", "dari", "dengan", "for", "from", "how", "mga", "ng", "of", "pada", "the", "untuk",
            "was", "what", "why", "with", "yang");

    private static final int MIN_WORDS_OF_HEADLINE = 3;

    private static final Pattern BETWEEN_WORDS_OF_ID = Pattern.compile("[-_]");

    private static final Map<String, BoilerplateMarker> WORDS = new HashMap<>();

    /** By the first word of a pair and by the second. */
    private static final Map<String, Map<String, BoilerplateMarker>> PAIRS = new HashMap<>();

    static {
        for (var row : WordTable.read(BoilerplateMarker.class, "boilerplate_markers.tsv", 2)) {
            String[] words = row.get(0).split("-", 2);
            var marker = valueOf(row.get(1).toUpperCase(Locale.ROOT));
            if (words.length == 1) {
                WORDS.put(words[0], marker);
            } else {
                PAIRS.computeIfAbsent(words[0], first -> new HashMap<>()).put(words[1], marker);
            }
        }
    }

    /** The strongest marker among the words of a class or id, and among pairs of adjacent words. */
    static BoilerplateMarker in(String names) {
        if (names.isEmpty()) {
            return NONE;
        }
        BoilerplateMarker marker = NONE;
        // What a word marks counts once the word after it is known.
        BoilerplateMarker pending = NONE;
        String previous = "";
        int start = 0;
        for (int end = 0; end <= names.length(); end++) {
            boolean hump = end > start && end < names.length() && isHump(names, end);
            if (end == names.length() || hump || isBetweenWords(names.charAt(end))) {
                String word = LowerCase.of(names.substring(start, end));
                boolean joined =
                        start > 0 && !Character.isWhitespace(names.charAt(start - 1)) && names.charAt(start - 1) != '_';
                if (pending != NONE && !(joined && STATES_AFTER.contains(word))) {
                    marker = stronger(marker, pending);
                }
                pending = WORDS.getOrDefault(word, NONE);
                if (joined) {
                    marker = stronger(
                            marker, PAIRS.getOrDefault(previous, Map.of()).getOrDefault(word, NONE));
                    pending = pending != NONE && STATES_BEFORE.contains(previous) ? NONE : pending;
                }
                previous = word;
                start = hump ? end : end + 1;
            }
        }
        return stronger(marker, pending);
    }

    /** Whether a word begins with a capital inside of a name such as {@code RelatedStories}. */
    private static boolean isHump(String names, int at) {
        return Character.isUpperCase(names.charAt(at)) && Character.isLowerCase(names.charAt(at - 1));
    }

    /** The marker of an id; an id that was made of a headline marks nothing. */
    static BoilerplateMarker inId(String id) {
        BoilerplateMarker marker = in(id);
        return marker != NONE && marker != COMMENTS && isSlug(id) ? NONE : marker;
    }

    private static boolean isSlug(String id) {
        String[] words = BETWEEN_WORDS_OF_ID.split(LowerCase.of(id), 2 * MIN_WORDS_OF_HEADLINE);
        return words.length >= MIN_WORDS_OF_HEADLINE && Stream.of(words).anyMatch(WORDS_OF_HEADLINES::contains);
    }

    static BoilerplateMarker stronger(BoilerplateMarker one, BoilerplateMarker other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static boolean isBetweenWords(char c) {
        return c == '-' || c == '_' || Character.isWhitespace(c);
    }
}
