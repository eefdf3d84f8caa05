package org.lintas.extract.dates;

import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lintas.text.Language;
import org.lintas.text.LowerCase;
import org.lintas.text.Script;
import org.lintas.text.WordTable;

/** The words of one kind beside dates, from {@code openings.tsv}, the longest first. */
record DateCues(List<Cue> cues) {

    static final DateCues TODAY = read("today");
    static final DateCues THIS = read("this");
    static final DateCues BEGIN = read("begin");
    static final DateCues DAY = read("day");
    static final DateCues FIGURES = read("figures");
    static final DateCues SLASHED = read("slashed");
    static final DateCues OTHER = read("other");
    static final DateCues LATER = read("later");
    static final DateCues TITLE = read("title");
    static final DateCues AHEAD = read("ahead");
    static final DateCues PAST = read("past");
    static final DateCues IGNORE = read("ignore");
    static final DateCues SAY = read("say");
    static final DateCues CAPTION = read("caption");
    static final DateCues LINE = read("line");

    /** A weekday stands within so many characters of its date. */
    private static final int BESIDE = 30;

    /**
     * A word beside a date.
     *
     * @param spaced whether spaces separate words in its script
     * @param dayFirst whether its language writes the day before the month in figures
     */
    record Cue(String word, boolean spaced, boolean dayFirst) {
        int length() {
            return word.length();
        }
    }

    /** The word that ends a text in lower case. */
    Optional<Cue> ends(String lower) {
        return cues.stream()
                .filter(cue ->
                        lower.endsWith(cue.word) && !(cue.spaced && isLetter(lower, lower.length() - cue.length() - 1)))
                .findFirst();
    }

    /** The word that a text in lower case starts with. */
    Optional<Cue> starts(String lower) {
        return cues.stream()
                .filter(cue -> lower.startsWith(cue.word) && !(cue.spaced && isLetter(lower, cue.length())))
                .findFirst();
    }

    /** Whether any word is in a text in lower case. */
    boolean isIn(String lower) {
        return first(lower) >= 0;
    }

    /** Where the first of the words is in a text in lower case, -1 if there is none. */
    int first(String lower) {
        return cues.stream()
                .mapToInt(cue -> indexOf(lower, cue))
                .filter(at -> at >= 0)
                .min()
                .orElse(-1);
    }

    private static int indexOf(String lower, Cue cue) {
        int at = lower.indexOf(cue.word);
        while (at >= 0 && cue.spaced && (isLetter(lower, at - 1) || isLetter(lower, at + cue.length()))) {
            at = lower.indexOf(cue.word, at + 1);
        }
        return at;
    }

    /** A text in lower case without the words of this kind. */
    String strike(String lower) {
        String text = lower;
        for (Cue cue : cues) {
            text = text.replace(cue.word, " ");
        }
        return text;
    }

    /** A text in lower case without the words of this kind at its end. */
    String strip(String lower) {
        String text = lower;
        for (Optional<Cue> end = ends(text); end.isPresent(); end = ends(text)) {
            text = text.substring(0, text.length() - end.get().length()).stripTrailing();
        }
        return text;
    }

    /** The weekday that ends a text in lower case; words such as "the" may stand between it and the date. */
    static Optional<DayOfWeek> weekdayAtEnd(String lower) {
        return Weekdays.atEnd(lower).or(() -> Weekdays.atEnd(BEGIN.strip(lower)));
    }

    /** The weekday directly before or behind a date. */
    static Optional<DayOfWeek> weekdayBeside(String text, int start, int end) {
        return weekdayAtEnd(DatedOpening.beside(text.substring(Math.max(0, start - BESIDE), start)))
                .or(() -> Weekdays.atStart(
                        DatedOpening.beside(text.substring(end, Math.min(text.length(), end + BESIDE)))));
    }

    /** A text in lower case without the weekday at its end. */
    static String withoutWeekday(String lower) {
        return lower.substring(0, lower.length() - Weekdays.lengthAtEnd(lower)).stripTrailing();
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static DateCues read(String kind) {
        return new DateCues(WordTable.read(DateCues.class, "openings.tsv", 3).stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> new Cue(
                        LowerCase.of(row.get(2)),
                        Language.of(row.get(1)).orElseThrow().script() == Script.LATIN,
                        !row.get(1).equals(Language.ENGLISH.code())
                                && !row.get(1).equals(Language.TAGALOG.code())))
                .sorted(Comparator.comparing(Cue::length).reversed())
                .toList());
    }
}
