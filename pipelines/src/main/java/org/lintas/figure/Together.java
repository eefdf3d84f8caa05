package org.lintas.figure;

import java.util.regex.Pattern;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;

/** People who are counted one group after the other: by sex, 7 men 1 woman, six men and a woman, or with a word for "and", two Thais and three Lao. */
final class Together {

    private static final String MEN = "men";
    private static final String WOMEN = "women";

    private static final String COMMAS = ",、၊";

    /** The ending of a Tamil noun behind what the table has of it: ஆண்களும். */
    private static final Pattern ENDING = Pattern.compile("^[\\p{L}\\p{M}]{1,4}(?=[\\s,])");

    private final TokenText text;
    private final Counted counted;
    private final boolean hasEndings;

    /**
     * The people counted behind others.
     *
     * @param more how many they are; 0 if there are none
     * @param last index of the word for them, or of that for the first ones
     */
    record Others(double more, int last) {}

    Together(Language language, TokenText text, Counted counted) {
        this.text = text;
        this.counted = counted;
        this.hasEndings = language == Language.TAMIL;
    }

    /**
     * Those who are counted next to an amount of people: of the other sex, or behind a word for "and" others whose part is not told apart.
     *
     * @param person index of the word for the people whom the amount counts
     */
    Others behind(Amount amount, int person) {
        int next = next(person);
        int number = next;
        while (next >= 0 && isBeforeNumber(number)) {
            number++;
        }
        if (next < 0
                || !text.is(number, Kind.NUMBER)
                || text.get(number).value() != Math.rint(text.get(number).value())) {
            return new Others(0, person);
        }
        int last = counted.after(number);
        String other = other(sex(amount.first(), person));
        boolean isOtherSex = last >= 0 && !other.isEmpty() && sex(number, last).equals(other);
        boolean isOther = last >= 0 && next > person + 1 && haveSamePart(text.get(person), text.get(last));
        return isOtherSex || isOther ? new Others(text.get(number).value(), last) : new Others(0, person);
    }

    /** Whether words for people do not tell different parts: suspects and victims. */
    private static boolean haveSamePart(Token one, Token other) {
        return one.is(Kind.PART) == other.is(Kind.PART)
                && (!one.is(Kind.PART) || one.code().equals(other.code()));
    }

    /** The sex of people by a word before their number, or by the word for them: males 3 persons, 3 men. Empty if none is told. */
    private String sex(int number, int person) {
        for (int at = number - 1; isBeforeNumber(at); at--) {
            String code = text.get(at).code();
            if (!other(code).isEmpty()) {
                return code;
            }
        }
        return text.is(person, Kind.PERSON) ? text.get(person).code() : "";
    }

    private boolean isBeforeNumber(int at) {
        return (text.is(at, Kind.SEX) || text.is(at, Kind.LINK)) && text.touches(at);
    }

    private static String other(String sex) {
        return sex.equals(MEN) ? WOMEN : sex.equals(WOMEN) ? MEN : "";
    }

    /** The index of what follows a word, behind a comma and a word for "and"; -1 if something else is between. */
    private int next(int index) {
        int next = index + 1;
        if (next >= text.size() || !isGap(index)) {
            return -1;
        }
        boolean isAnd = text.is(next, Kind.RANGE) && text.get(next).code().equals(Token.BETWEEN);
        return !isAnd ? next : next + 1 < text.size() && isGap(next) ? next + 1 : -1;
    }

    private boolean isGap(int index) {
        String between = text.between(text.get(index).end(), text.get(index + 1).start());
        String gap = (hasEndings ? ENDING.matcher(between).replaceFirst("") : between).strip();
        return gap.isEmpty() || (gap.length() == 1 && COMMAS.contains(gap));
    }
}
