package org.lintas.extract.dates;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/**
 * Whether a line of an article is the line of its date: beside the date it has a weekday, a time and words such as "published" at most; with a
 * time or a weekday, above the text, also a place or a name. Captions, and lines that tell of a day, have such dates, too.
 */
final class DateLine {

    /** Letters of what stands beside a date with a time, and beside one with a weekday only. */
    private static final int MAX_BESIDE_TIME = 36;

    private static final int MAX_BESIDE_WEEKDAY = 12;

    private static final Pattern SAYS_NOTHING = Pattern.compile(Stream.concat(
                    WordTable.read(ClockTime.class, "clock.tsv", 2).stream()
                            .filter(row -> row.get(0).equals("at") || row.get(0).equals("after"))
                            .map(row -> row.get(1)),
                    DateCues.LINE.cues().stream().map(DateCues.Cue::word))
            .map(LowerCase::of)
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .map(DateLine::whole)
            .collect(Collectors.joining("|")));

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?।။。។៕]\\s*$");
    private static final Pattern CREDIT = Pattern.compile("[(:：]");

    private DateLine() {}

    /**
     * Whether a line is one of a date.
     *
     * @param text the line
     * @param start where the date with its time starts
     * @param end where it ends
     * @param isFirst whether it stands above the text
     */
    static boolean is(String text, int start, int end, boolean isFirst) {
        String before = LowerCase.of(text.substring(0, start));
        String after = LowerCase.of(text.substring(end));
        if (DatedOpening.isOther(before, after)) {
            return false;
        }
        boolean hasWeekday = DateCues.weekdayBeside(text, start, end).isPresent();
        String rest = SAYS_NOTHING
                .matcher(withoutWeekdays(before) + " " + withoutWeekdays(after))
                .replaceAll(" ");
        long letters = rest.codePoints()
                .filter(Character::isLetter)
                .mapToLong(c -> Character.isIdeographic(c) ? 3 : 1)
                .sum();
        if (letters == 0) {
            return true;
        }
        boolean hasTime = text.substring(start, end).indexOf(':') >= 0
                || ClockTime.after(text, start).isPresent();
        int most = hasTime ? MAX_BESIDE_TIME : hasWeekday ? MAX_BESIDE_WEEKDAY : 0;
        return isFirst
                && letters <= most
                && !SENTENCE_END.matcher(text).find()
                && !(CREDIT.matcher(before).find() && !hasTime)
                && Stream.of(DateCues.CAPTION, DateCues.AHEAD, DateCues.PAST).noneMatch(cues -> cues.isIn(rest));
    }

    private static String withoutWeekdays(String lower) {
        String text = lower;
        for (Optional<String> day = Weekdays.in(text); day.isPresent(); day = Weekdays.in(text)) {
            text = text.replace(day.get(), " ");
        }
        return text;
    }

    private static String whole(String word) {
        boolean latin = word.codePointAt(0) < 0x250;
        return latin ? "(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})" : Pattern.quote(word);
    }
}
