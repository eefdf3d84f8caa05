package org.lintas.extract.dates;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.TermMatcher;
import org.lintas.text.WordTable;

/** Reads the months in which a text tells that something happened, as "last January" or "tháng trước", relative to its publication. */
public final class EventMonths {

    private static final int MONTHS_OF_YEAR = 12;

    /** Years of the Buddhist era are so far ahead. */
    private static final int BUDDHIST = 543;

    /** Where a day before a month may start, in UTF-16 units. */
    private static final int BESIDE = 8;

    /** A month that is written with a day is a day: {@link EventDays}. */
    private static final Pattern DAY_BEFORE = Pattern.compile("\\d(?:st|nd|rd|th)?[\\s/.,-]{0,2}$");

    private static final Pattern YEAR_AFTER =
            Pattern.compile("[\\s,.]{0,2}(?:năm|tahun|ปี|พ\\.ศ\\.|ປີ|ឆ្នាំ)?\\s?(\\d{4})(?!\\d)");
    private static final Pattern DAY_AFTER = Pattern.compile("\\.?\\s?\\d");

    /**
     * A phrase for a month.
     *
     * @param number the month, 1 to 12, if it is named
     * @param before months before that of the publication, if none is
     */
    private record Phrase(String text, OptionalInt number, int before) {}

    private final List<Phrase> phrases;
    private final TermMatcher matcher;

    private EventMonths(List<Phrase> phrases) {
        this.phrases = phrases;
        this.matcher = TermMatcher.of(phrases.stream().map(Phrase::text).toList());
    }

    /** Reads months in a language. */
    public static EventMonths of(Language language) {
        Map<String, Integer> names = MonthNames.of(language);
        var phrases = new ArrayList<Phrase>();
        for (List<String> row : WordTable.read(EventMonths.class, "event_months.tsv", 3)) {
            String phrase = row.get(2);
            if (!row.get(0).equals(language.code())) {
                continue;
            }
            switch (row.get(1)) {
                case "name" ->
                    names.forEach((name, number) ->
                            phrases.add(new Phrase(phrase.replace("N", name), OptionalInt.of(number), 0)));
                case "number" -> {
                    for (int number = 1; number <= MONTHS_OF_YEAR; number++) {
                        phrases.add(
                                new Phrase(phrase.replace("N", Integer.toString(number)), OptionalInt.of(number), 0));
                    }
                }
                default -> phrases.add(new Phrase(phrase, OptionalInt.empty(), Integer.parseInt(row.get(1))));
            }
        }
        return new EventMonths(phrases);
    }

    /** The months of a text, in their order; a month without a year is the last one of its name up to the publication. */
    public Set<YearMonth> in(String text, LocalDate published) {
        var months = new LinkedHashSet<YearMonth>();
        String ascii = DateDigits.ascii(text);
        YearMonth now = YearMonth.from(published);
        matcher.find(
                ascii,
                FoldedText.of(ascii),
                (term, start, end) ->
                        month(phrases.get(term), ascii, start, end, now).ifPresent(months::add));
        return months;
    }

    private static Optional<YearMonth> month(Phrase phrase, String text, int start, int end, YearMonth now) {
        if (phrase.number.isEmpty()) {
            return Optional.of(now.minusMonths(phrase.before));
        }
        int number = phrase.number.getAsInt();
        Matcher year = YEAR_AFTER.matcher(text).region(end, text.length());
        if (year.lookingAt()) {
            int written = Integer.parseInt(year.group(1));
            YearMonth month =
                    YearMonth.of(written > now.getYear() + BUDDHIST / 2 ? written - BUDDHIST : written, number);
            return Optional.of(month).filter(told -> !told.isAfter(now));
        }
        boolean isDay = DAY_AFTER.matcher(text).region(end, text.length()).lookingAt()
                || DAY_BEFORE
                        .matcher(text.substring(Math.max(0, start - BESIDE), start))
                        .find();
        YearMonth month = now.withMonth(number);
        return isDay ? Optional.empty() : Optional.of(month.isAfter(now) ? month.minusYears(1) : month);
    }
}
