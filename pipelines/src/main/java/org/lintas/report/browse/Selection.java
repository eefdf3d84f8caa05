package org.lintas.report.browse;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.FoldedPattern;

/**
 * Which articles are asked for: those that fulfil all conditions that are given.
 *
 * @param words all of them are in the headline or the text
 * @param topic code of a topic
 * @param grade main or mention: of the topic, or of any
 * @param country ISO 3166-1 alpha-2
 * @param place English name of a place
 * @param outlet host, with its subdomains, or name of an outlet
 * @param language BCP 47
 * @param from first day of publication, in UTC
 * @param to last day of publication, in UTC
 */
record Selection(
        List<FoldedPattern> words,
        Optional<String> topic,
        Optional<String> grade,
        Optional<String> country,
        Optional<String> place,
        Optional<String> outlet,
        Optional<String> language,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** Longest text that is looked for, and longest value of another condition, in UTF-16 units. */
    static final int LONGEST = 200;

    /** Most words of a query. */
    static final int MOST_WORDS = 8;

    /** The names of the conditions in an address. */
    static final Set<String> NAMES =
            Set.of("words", "topic", "grade", "country", "place", "outlet", "language", "from", "to");

    /** A phrase in quotation marks of any kind, or a word. */
    private static final Pattern WORD = Pattern.compile("[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\\s\"“”„«»]+)");

    /** A question that cannot be answered; the message tells the reader why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Reads the conditions; those that are empty are none.
     *
     * @throws Refused if a value cannot be one
     */
    static Selection of(Map<String, String> values) throws Refused {
        for (String name : NAMES) {
            if (values.getOrDefault(name, "").length() > LONGEST) {
                throw new Refused(name + ": give at most " + LONGEST + " characters");
            }
        }
        Optional<LocalDate> from = day(values, "from");
        Optional<LocalDate> to = day(values, "to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new Refused("the first day is after the last one");
        }
        Optional<String> grade = given(values, "grade");
        if (grade.isPresent() && !Set.of("main", "mention").contains(grade.get())) {
            throw new Refused("grade: give main or mention");
        }
        return new Selection(
                words(values.getOrDefault("words", "")),
                given(values, "topic"),
                grade,
                given(values, "country"),
                given(values, "place"),
                given(values, "outlet"),
                given(values, "language"),
                from,
                to);
    }

    private static List<FoldedPattern> words(String typed) throws Refused {
        var words = new ArrayList<FoldedPattern>();
        Matcher word = WORD.matcher(typed);
        while (word.find()) {
            FoldedPattern.of(word.group(1) == null ? word.group(2) : word.group(1))
                    .ifPresent(words::add);
        }
        if (words.isEmpty() && !typed.isBlank()) {
            throw new Refused("words: give letters or digits");
        }
        if (words.size() > MOST_WORDS) {
            throw new Refused("words: give at most " + MOST_WORDS);
        }
        return List.copyOf(words);
    }

    private static Optional<String> given(Map<String, String> values, String name) {
        return Optional.of(values.getOrDefault(name, "").strip()).filter(value -> !value.isEmpty());
    }

    private static Optional<LocalDate> day(Map<String, String> values, String name) throws Refused {
        Optional<String> given = given(values, name);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(given.get());
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            throw new Refused(name + ": give a day as 2025-10-31");
        }
        throw new Refused(name + ": give a year from 1 to 9999");
    }
}
