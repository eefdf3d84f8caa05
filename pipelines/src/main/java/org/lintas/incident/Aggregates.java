package org.lintas.incident;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lintas.incident.ReportWords.Kind;
import org.lintas.incident.ReportWords.Said;
import org.lintas.incident.Sentences.Part;

/**
 * Tells the totals of several incidents by the words of their sentence: of this year, of 54 cases. Of two figures in a sentence, "40 kg on Wednesday, bringing
 * the total this year to 320 kg", only the one in the clause of the word is such a total.
 */
final class Aggregates {

    private static final String CLAUSE_ENDS = ",;，、；၊";

    /** How far from a word for a time the word may be that makes a figure the largest of it. */
    private static final int LARGEST_REACH = 30;

    /** How many cases are more than one incident: a dozen bombs of a day are one. */
    private static final int FEWEST = 20;

    private static final Pattern NUMBER_BEFORE =
            Pattern.compile("(?<![\\p{Nd}.,])(\\p{Nd}{1,3}(?:[.,]\\p{Nd}{3}){1,2}|\\p{Nd}{1,6})\\s?$");

    /** How far before a word for cases their number begins. */
    private static final int NUMBER_REACH = 24;

    /** Years of today, and of the Thai calendar. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2650;

    private static final int TEN = 10;

    private Aggregates() {}

    /**
     * Whether a figure is a total of several incidents.
     *
     * @param sentence around it
     * @param figure where it stands in the sentence
     * @param others where the other figures of the text stand, by the sentence; some of them outside it
     */
    static boolean isTotal(ReportWords words, String sentence, Part figure, List<Part> others) {
        List<Said> all = words.all(sentence);
        for (Said said : all) {
            boolean isOfTime = said.kind() == Kind.AGGREGATE && !isLargest(all, said);
            boolean isOfCases = said.kind() == Kind.CASES && isCounted(sentence, said.start());
            if ((isOfTime || isOfCases) && isSaidOf(sentence, said, figure, others)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLargest(List<Said> all, Said time) {
        return all.stream()
                .anyMatch(said -> said.kind() == Kind.LARGEST
                        && said.start() - time.end() <= LARGEST_REACH
                        && time.start() - said.end() <= LARGEST_REACH);
    }

    /** Whether a number of cases that are more than one incident is right before a word, and no year. */
    private static boolean isCounted(String sentence, int start) {
        var number = NUMBER_BEFORE.matcher(sentence.substring(Math.max(0, start - NUMBER_REACH), start));
        if (!number.find()) {
            return false;
        }
        int cases = number.group(1)
                .codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, TEN))
                .reduce(0, (all, digit) -> all * TEN + digit);
        boolean isGrouped = number.group(1).codePoints().anyMatch(c -> c == '.' || c == ',');
        return cases >= FEWEST && (isGrouped || cases < FIRST_YEAR || cases > LAST_YEAR);
    }

    /** Whether a word is in the clause of a figure, or in one without a figure of its own. */
    private static boolean isSaidOf(String sentence, Said said, Part figure, List<Part> others) {
        int left = Math.min(said.end(), figure.end());
        int right = Math.max(said.start(), figure.start());
        if (IntStream.range(left, right).noneMatch(at -> endsClause(sentence, at))) {
            return true;
        }
        int from = said.start();
        while (from > 0 && !endsClause(sentence, from - 1)) {
            from--;
        }
        int to = said.end();
        while (to < sentence.length() && !endsClause(sentence, to)) {
            to++;
        }
        var clause = new Part(from, to);
        return others.stream().noneMatch(other -> other.start() >= clause.start() && other.end() <= clause.end());
    }

    /** Whether a clause ends at a comma that is in no number. */
    private static boolean endsClause(String sentence, int at) {
        boolean isInNumber = at > 0
                && at + 1 < sentence.length()
                && Character.isDigit(sentence.charAt(at - 1))
                && Character.isDigit(sentence.charAt(at + 1));
        return CLAUSE_ENDS.indexOf(sentence.charAt(at)) >= 0 && !isInNumber;
    }
}
