package org.lintas.figure.token;

import java.util.Set;

/**
 * A word or number that may be part of a figure.
 *
 * @param start first UTF-16 unit in the text
 * @param end unit after the last
 * @param code what it means: a currency, a unit, goods, the part of people in a case; empty if the kind says all
 * @param value of a number its value, of a magnitude, a unit or a currency the factor of a number
 * @param only the goods that a unit counts; empty if it counts any
 */
public record Token(Kind kind, int start, int end, String code, double value, Set<String> only) {

    /** Code of a word for "and" that makes a range only behind one for "between". */
    public static final String BETWEEN = "between";

    /** Codes of words that stand only before, or only behind, what they belong to. */
    public static final String BEFORE = "before";

    public static final String BEHIND = "behind";

    /** Code of a number that is said of a person by an article or the like: a man, seorang lelaki. */
    public static final String SINGLE = "single";

    /** Code of a label whose number is an age. */
    public static final String AGE = "age";

    /** Code of a link before the sum of what was counted. */
    public static final String TOTAL = "total";

    /** Copies the goods. */
    public Token {
        only = Set.copyOf(only);
    }

    static Token number(int start, int end, double value) {
        return new Token(Kind.NUMBER, start, end, "", value, Set.of());
    }

    /** This meaning at a place in a text. */
    Token at(int from, int to) {
        return new Token(kind, from, to, code, value, only);
    }

    Token withCode(String other) {
        return new Token(kind, start, end, other, value, only);
    }

    /** Role of a token in a figure. */
    public enum Kind {
        NUMBER,
        /**
         * A number word that is mostly another word: it counts within a longer number, or before a magnitude, a unit or a decimal point; with the code {@code follows}
         * only behind another number word.
         */
        BOUND,
        /** A word for ten that multiplies what is before it, or stands alone; with the code {@code follows} it does not. */
        TEN,
        /** A word that adds ten to what is before it. */
        TEEN,
        /** A word for a half, alone or behind a number, its magnitude or its unit. */
        HALF,
        /** A word that multiplies the number before it; with the code {@code one} it stands for one of it. */
        MAGNITUDE,
        CURRENCY,
        UNIT,
        GOODS,
        /** Goods that are counted without a unit: two rifles. */
        ITEM,
        /** A word for people, by which they are counted. */
        PERSON,
        /** A word for people that states their part: suspects. */
        PART,
        /** A number of people in one word, or a person whom no number counts, with the code of their sex: மூவர், a woman. */
        PERSONS,
        /** A word that states the part of the people counted after it: arrested three men. */
        BEFORE,
        /** A word that states the part of the people counted before it: three men were arrested. */
        AFTER,
        /** A word that states the part of the people counted on either side of it. */
        AROUND,
        /** A word between two numbers that makes them a range; with the code {@code between} only behind one for "between". */
        RANGE,
        /** A word before a range; with the code {@code between} one that is never before a change: between 5 and 7. */
        FROM,
        /** A word that makes two numbers those before and after a change; with the code {@code by} also one number the difference. */
        CHANGE,
        /**
         * A word before a number that is how many there are by now: risen to, menjadi; with the code {@code all} of whatever was counted before: bringing the total to;
         * with {@code open} one that a word for "to" follows: bringing the number to; with {@code before} one that is before the number and what it counts: bringing to
         * 16 the number held; with {@link #BEHIND} one behind the number.
         */
        RISE,
        /** A word between two numbers that is a decimal point. */
        POINT,
        /**
         * A word that may be between a number and what it counts; with the code {@code and} also between hundreds and what is added to them, with {@link #TOTAL} one
         * before the sum of what was counted, as in "in total 300 pills", with {@code men} or {@code women} one for their sex.
         */
        LINK,
        /** A word between a number and what it does not count: two years after men came. */
        STOP,
        /**
         * A word that makes the number after it a name: section 5; with the code {@code year} only one that can be a year, with
         * {@code note} also the value of a note, with {@code model} also what looks like a sum: Koch P2000; with {@link #AGE} an age, which may be between people and
         * their part.
         */
        LABEL,
        /** A word that makes the money before it the value of a note: $100 bills. */
        NOTE,
        /** A word that makes the number before it a share: 5 percent. */
        PERCENT,
        /** A word for a sex before the number of people; behind other people it makes them some of those just counted. */
        SEX,
        /**
         * A word that makes the goods beside it those in one of several packs: 200 pills each; with the code {@code before} only those behind it, with {@code behind} only those
         * before it.
         */
        EACH,
        /** A word behind which others are told than those whom the verb before it means, a boat arrested that is manned by five, or another clause begins: habang. */
        OTHERS,
        /** A longer word that contains one of the others and is none of them. */
        IGNORE
    }

    /** Whether it has a role. */
    public boolean is(Kind any) {
        return kind == any;
    }

    /** Whether a unit counts such goods. */
    public boolean counts(String goods) {
        return only.isEmpty() || only.contains(goods);
    }

    /** Whether it states the part of people counted after it. */
    public boolean statesPartOfFollowing() {
        return kind == Kind.BEFORE || kind == Kind.AROUND;
    }

    /** Whether it states the part of people counted before it. */
    public boolean statesPartOfPreceding() {
        return kind == Kind.AFTER || kind == Kind.AROUND;
    }

    /** Whether it is a word for goods. */
    public boolean isGoods() {
        return is(Kind.GOODS) || is(Kind.ITEM);
    }

    /** Whether it is a unit of packs, which may hold anything. */
    public boolean isPack() {
        return is(Kind.UNIT) && (code.equals("pack") || code.equals("carton"));
    }

    /** Whether it is a unit of weight or volume. */
    public boolean isMeasure() {
        return is(Kind.UNIT) && !code.equals("piece") && !isPack();
    }
}
