package org.lintas.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lintas.text.LowerCase;

/**
 * Recognises records of home and section pages, which crawls save beside articles: such a record has no markup to tell it by, and
 * its text is made of the headlines and openings of several articles, often in one paragraph. Its address and title tell.
 */
final class SectionAddress {

    /** What follows one of these in an address names a section, a tag, a source. */
    private static final Set<String> SECTIONS = Set.of(
            "category",
            "categories",
            "tag",
            "tags",
            "topic",
            "topics",
            "section",
            "sections",
            "source",
            "kategori",
            "rubrik",
            "label",
            "chuyen-muc",
            "chu-de");

    private static final Pattern HOME = Pattern.compile("(?:home|index|default|main)(?:\\.[a-z]{2,5})?|[a-z]{2}");
    private static final Pattern NUMBER = Pattern.compile(".*\\d{3}.*");
    private static final Pattern TITLE_END = Pattern.compile("\\s[|–—-]\\s");

    /** The name of a section has at most so many words, and its page at most so many levels below the word. */
    private static final int MAX_WORDS = 3;

    private static final int MAX_LEVELS = 2;

    /** Letters of a word that tells something, and of the opening in which words of a headline recur. */
    private static final int MIN_WORD = 4;

    private static final int OPENING = 400;

    private SectionAddress() {}

    /**
     * Whether a record is the page of an outlet or of a section.
     *
     * @param url its address, null if unknown
     * @param text its paragraphs
     */
    static boolean is(String url, Optional<String> title, List<String> text) {
        if (url == null) {
            return false;
        }
        try {
            URI uri = new URI(url.strip());
            String fragment = Objects.requireNonNullElse(uri.getRawFragment(), "");
            if (uri.getHost() == null
                    || uri.getRawQuery() != null
                    || fragment.startsWith("!")
                    || fragment.startsWith("/")) {
                return false;
            }
            List<String> levels = Stream.of(LowerCase.of(Objects.requireNonNullElse(uri.getPath(), ""))
                            .split("/"))
                    .filter(level -> !level.isEmpty())
                    .toList();
            boolean home = levels.stream().allMatch(level -> HOME.matcher(level).matches());
            return home ? !isHeadline(title, text) : isSection(levels) || isNamed(levels, title.orElse(""));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSection(List<String> levels) {
        int at = Math.max(levels.size() - 1 - MAX_LEVELS, 0);
        List<String> last = levels.subList(at, levels.size() - 1);
        return last.stream().anyMatch(SECTIONS::contains) && levels.stream().allMatch(SectionAddress::isShort);
    }

    /** Whether the only level of an address is the name in the title: {@code /national}, "National | Kabar Lintas". */
    private static boolean isNamed(List<String> levels, String title) {
        String[] parts = TITLE_END.split(title);
        return levels.size() == 1
                && parts.length > 1
                && levels.get(0).split("-").length < MAX_WORDS
                && letters(levels.get(0)).equals(letters(parts[0]));
    }

    private static boolean isShort(String level) {
        return level.split("[-_]").length <= MAX_WORDS && !NUMBER.matcher(level).matches();
    }

    /** Whether the title is the headline of the text: some records of articles have the address of the outlet. */
    private static boolean isHeadline(Optional<String> title, List<String> text) {
        String opening = LowerCase.of(String.join(" ", text));
        String start = opening.substring(0, Math.min(OPENING, opening.length()));
        List<String> words = Arrays.stream(LowerCase.of(title.orElse("")).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> word.length() >= MIN_WORD)
                .toList();
        return words.size() >= MIN_WORD
                && 2 * words.stream().filter(start::contains).count() >= words.size();
    }

    private static String letters(String text) {
        return LowerCase.of(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
