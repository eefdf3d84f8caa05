package org.lintas.extract.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/**
 * Finds bylines in a text: lines such as "Oleh: Ani Lestari", "【撰文：王小明】" or "ដោយ៖ សុខ ខេមរា" at its start or end, and the reporter in the
 * first words of a dispatch, "電（記者 王小明）". The words are in {@code body_bylines.tsv}. What is no name of a person is none: an agency, a
 * newsroom, a sentence.
 *
 * @param author names joined by a comma, empty if there is none
 * @param paragraphs without the lines that are nothing but bylines
 */
public record BodyByline(Optional<String> author, List<String> paragraphs) {

    private static final int FIRST_LINES = 4;
    private static final int LAST_LINES = 6;
    private static final int MAX_LINE = 90;
    private static final int MAX_NAME = 40;
    private static final int MAX_NAMES = 6;
    private static final int MAX_WORDS = 6;
    private static final int MAX_HAN = 4;

    /** A pen name behind a colon may be longer. */
    private static final int MAX_PEN_NAME = 6;

    private static final int DISPATCH = 80;

    private static final Set<String> GROUPS = new HashSet<>();
    private static final Set<String> PARTICLES = new HashSet<>();
    private static final Set<String> SURNAMES = new HashSet<>();
    private static final List<String> OTHER_SCRIPT_GROUPS = new ArrayList<>();
    private static final Pattern LINE;
    private static final Pattern THEO;
    private static final Pattern ENDS;
    private static final Pattern JOINS;

    private static final String SIGN = "\\s{0,3}[:：៖ៈ/／|｜︰-]\\s{0,3}";
    private static final Pattern BRACKETS = Pattern.compile("^[(（【\\[](.{1,88})[)）】\\]]$");

    /** What follows names: the outlet or the place, an address, a footnote. */
    private static final Pattern BEHIND = Pattern.compile("\\s{0,2}(?:[|｜/／(（]|\\s[–—-]\\s|\\\\).{0,80}$");

    private static final Pattern NAME_SIGNS = Pattern.compile("[\\p{L}\\p{M}\\s.'’‘·・\\-\\u200b]{2,40}");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}·・]{2,12}");

    private static final Pattern DISPATCH_REPORTER = Pattern.compile(
            "(?:[電电訊讯]\\s?[（(]|^[（(【])(?:本[報报網网]|[\\p{IsHan}]{2,4}社)?(?:特[約约派]|實習|实习)?[記记]者[\\s　:：]?([\\p{IsHan}]{2,4}(?:[\\s　、][\\p{IsHan}]{2,4}){0,3})(?:[\\s　]?[/／]?[\\p{IsHan}]{2,6}[報报][道導导])?[)）】]");

    static {
        var open = new ArrayList<String>();
        var colon = new ArrayList<String>();
        var outlet = new ArrayList<String>();
        var ends = new ArrayList<String>();
        var joins = new ArrayList<String>();
        for (var row : WordTable.read(BodyByline.class, "body_bylines.tsv", 2)) {
            String words = row.get(1);
            switch (row.get(0)) {
                case "open" -> open.add(words);
                case "colon" -> colon.add(words);
                case "outlet" -> outlet.add(words);
                case "end" -> ends.add(words);
                case "join" -> joins.add(words);
                case "particle" -> PARTICLES.add(words);
                case "surname" -> SURNAMES.add(words);
                case "group" -> (isLatin(words) ? GROUPS : OTHER_SCRIPT_GROUPS).add(words);
                default -> throw new IllegalStateException("body_bylines.tsv: unknown kind " + row.get(0));
            }
        }
        LINE = compiled("(?:(?<outlet>" + anyOf(outlet) + ")\\s+|(?<open>" + anyOf(open) + ")(?:" + SIGN
                + "|\\s+)|(?<colon>" + anyOf(colon) + ")" + SIGN + ")(?<names>.{2,80})");
        THEO = compiled("theo\\s(?<names>[^(/]{2,40})\\s?[(/].{2,40}");
        ENDS = compiled("[\\s;；,，/／|｜\\\\)]{0,4}(?:" + anyOf(ends) + ")\\s{0,3}[:：／/].{0,80}$");
        JOINS = compiled("\\s{0,2}[,，、;；&]\\s{0,2}|\\s+(?:" + anyOf(joins) + ")\\s+|(?<=\\p{IsHan})(?:" + anyOf(joins)
                + ")(?=\\p{IsHan})");
    }

    /**
     * The byline of a text.
     *
     * @param paragraphs in normal form, without the headline
     */
    public static BodyByline of(List<String> paragraphs) {
        var names = new LinkedHashSet<String>();
        var kept = new ArrayList<String>(paragraphs.size());
        for (int i = 0; i < paragraphs.size(); i++) {
            String line = paragraphs.get(i);
            boolean outer = i < FIRST_LINES || i >= paragraphs.size() - LAST_LINES;
            List<String> found = outer && paragraphs.size() > 1 ? names(line) : List.of();
            names.addAll(found);
            if (found.isEmpty()) {
                kept.add(line);
                names.addAll(i == 0 ? dispatched(line) : List.of());
            }
        }
        return new BodyByline(
                names.isEmpty() || names.size() > MAX_NAMES ? Optional.empty() : Optional.of(String.join(", ", names)),
                kept);
    }

    /** The names in a line that is nothing but a byline; none in any other line. */
    static List<String> names(String raw) {
        if (raw.length() > MAX_LINE) {
            return List.of();
        }
        Matcher brackets = BRACKETS.matcher(raw);
        String line = brackets.matches() ? brackets.group(1).strip() : raw;
        Matcher byline = LINE.matcher(line);
        if (byline.matches()) {
            boolean outlet = byline.group("outlet") != null;
            String all = ENDS.matcher(byline.group("names")).replaceFirst("");
            String text = outlet ? all.substring(all.indexOf(',') + 1) : all;
            boolean spaced = byline.group("open") != null
                    && line.substring(byline.end("open"), byline.start("names")).isBlank();
            return persons(text, !spaced && !outlet, outlet);
        }
        Matcher theo = THEO.matcher(line);
        return theo.matches() && SURNAMES.contains(firstWord(theo.group("names")))
                ? persons(theo.group("names"), false, false)
                : List.of();
    }

    private static List<String> persons(String text, boolean sign, boolean outlet) {
        String bare = BEHIND.matcher(text.strip()).replaceFirst("").strip();
        String[] parts = JOINS.split(bare);
        List<String> names = Stream.of(parts)
                .map(part -> part.replace("\u200b", "").strip())
                .filter(part -> isPerson(part, sign || outlet))
                .toList();
        if (names.size() == parts.length) {
            return names;
        }
        // The first is the author, what follows a post or an office; but a list of groups has none.
        boolean first =
                parts.length > 1 && sign && !names.isEmpty() && names.get(0).equals(parts[0].strip());
        return first ? names.subList(0, 1) : List.of();
    }

    /** The reporters that the first paragraph of a dispatch names. */
    private static List<String> dispatched(String paragraph) {
        Matcher reporter = DISPATCH_REPORTER.matcher(paragraph.substring(0, Math.min(DISPATCH, paragraph.length())));
        return reporter.find()
                ? Stream.of(reporter.group(1).split("[\\s　、]"))
                        .filter(name -> isPerson(name, false))
                        .toList()
                : List.of();
    }

    /** Whether a text looks like the name of a person, and of nobody else. */
    private static boolean isPerson(String name, boolean sign) {
        if (name.length() > MAX_NAME || !NAME_SIGNS.matcher(name).matches()) {
            return false;
        }
        if (HAN.matcher(name).matches()) {
            int longest = name.contains("·") || name.contains("・") ? MAX_NAME : sign ? MAX_PEN_NAME : MAX_HAN;
            return name.length() <= longest && OTHER_SCRIPT_GROUPS.stream().noneMatch(name::contains);
        }
        String[] words = name.split("\\s+");
        boolean sentence = name.codePoints().anyMatch(Character::isIdeographic);
        if (sentence
                || words.length > MAX_WORDS
                || Stream.of(words).map(LowerCase::of).anyMatch(GROUPS::contains)) {
            return false;
        }
        if (!isLatin(name)) {
            return OTHER_SCRIPT_GROUPS.stream().noneMatch(name::contains);
        }
        boolean named = Stream.of(words)
                .allMatch(word -> Character.isUpperCase(word.codePointAt(0)) || PARTICLES.contains(LowerCase.of(word)));
        boolean full = words.length > 1 || (sign && name.length() > 2 && !name.endsWith("."));
        return named
                && full
                && Character.isUpperCase(name.codePointAt(0))
                && !(name.endsWith(".") && words.length == 1);
    }

    private static String firstWord(String text) {
        return LowerCase.of(text.strip().split("\\s+", 2)[0]);
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private static String anyOf(List<String> words) {
        return words.stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
