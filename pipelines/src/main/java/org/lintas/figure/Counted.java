package org.lintas.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;

/** The words for people that numbers count. */
final class Counted {

    /** How far from a number the people that it counts may be: three words such as "suspected gang members". */
    private static final int PEOPLE_REACH = 28;

    /** Where people are from, between the word by which Chinese counts them and that for them: 四名泰国籍男子. */
    private static final Pattern CHINESE_ORIGIN = Pattern.compile("\\p{IsHan}{1,3}|\\p{IsHan}{1,4}[籍裔]");

    /** How old somebody is, between the same two words: 一名48歲白人司機. */
    private static final Pattern CHINESE_AGE =
            Pattern.compile("\\s?(?:\\p{Nd}{1,2}|[一二三四五六七八九十]{1,3})\\s?[多餘余]?[歲岁](?:\\p{IsHan}?|\\p{IsHan}{1,4}[籍裔])");

    /** Tokens that an age may be, and those between it and the people. */
    private static final int AGE_TOKENS = 3;

    /** Things of a nation, which "26 Vietnamese" alone would be people of: fishing boats. */
    private static final Pattern THINGS = Pattern.compile(
            "^(?: (?!(?:were|was|are|is|has|have|had|who|and|in|at|from|on|to|of|with|by|as|for|after|or|but|near|inside|aboard)\\b)[a-z-]+){0,2}"
                    + " (?!(?:was|is|has|as|across)\\b)[a-z-]+s\\b");

    private static final int THINGS_REACH = 48;

    private final TokenText text;
    private final boolean isChinese;

    /** Whether adjectives, which no table can list, may be between a number and the people that it counts. */
    private final boolean adjectivesComeFirst;

    Counted(Language language, TokenText text) {
        this.text = text;
        this.isChinese = language == Language.CHINESE;
        this.adjectivesComeFirst = language == Language.ENGLISH;
    }

    /** Whether there is a word for people at an index. */
    boolean isPeople(int index) {
        return text.is(index, Kind.PERSON) || text.is(index, Kind.PART);
    }

    /**
     * The index of the word for people that follows a number; of several the last: three persons, suspects. -1 if there is none.
     *
     * @param last index of the last token of the number
     */
    int after(int last) {
        int next = text.afterLinks(last);
        boolean isListed = text.charAt(text.get(last).end()) == '-';
        if (!isPeople(next)
                || isListed
                || isOfThings(next)
                || !(text.touches(next - 1) || areAdjectives(text.get(next - 1), text.get(next)))) {
            return -1;
        }
        boolean isFollowed = text.is(next, Kind.PERSON)
                && isPeople(next + 1)
                && (text.touches(next) || isOrigin(text.get(next), text.get(next + 1)))
                && !(text.is(next + 2, Kind.NUMBER) && text.touches(next + 1));
        return isFollowed ? next + 1 : behindAge(next);
    }

    /** The index of the word for people behind their age; of the one given if there is none. */
    private int behindAge(int counter) {
        if (!isChinese) {
            return counter;
        }
        for (int i = counter + 2; i <= counter + 1 + AGE_TOKENS; i++) {
            if (isPeople(i)
                    && CHINESE_AGE
                            .matcher(text.between(
                                    text.get(counter).end(), text.get(i).start()))
                            .matches()) {
                return i;
            }
        }
        return counter;
    }

    /** The index of the number of people whose word is at an index; -1 if there is none. */
    int numberOf(int index) {
        int at = index;
        while (isPeople(at) && at > 0) {
            at--;
        }
        while (text.is(at, Kind.LINK) && at > 0) {
            at--;
        }
        return at < index && text.is(at, Kind.NUMBER) ? at : -1;
    }

    private boolean isOrigin(Token counter, Token people) {
        return isChinese
                && counter.end() - counter.start() == 1
                && CHINESE_ORIGIN
                        .matcher(text.between(counter.end(), people.start()))
                        .matches();
    }

    /** Whether a word for people of a nation is an adjective of things. */
    private boolean isOfThings(int index) {
        Token people = text.get(index);
        if (!adjectivesComeFirst
                || !Character.isUpperCase(text.charAt(people.start()))
                || text.charAt(people.end() - 1) == 's') {
            return false;
        }
        String behind = text.between(people.end(), Math.min(text.length(), people.end() + THINGS_REACH));
        Matcher things = THINGS.matcher(behind);
        return things.find()
                && text.token(index + 1)
                        .filter(token -> token.start() < people.end() + things.end())
                        .filter(token ->
                                isPeople(index + 1) || token.statesPartOfPreceding() || token.statesPartOfFollowing())
                        .isEmpty();
    }

    /** Whether only a few words are between two tokens. */
    private boolean areAdjectives(Token left, Token right) {
        return adjectivesComeFirst
                && right.start() - left.end() <= PEOPLE_REACH
                && text.between(left.end(), right.start())
                        .chars()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-' || c == '\'' || c == '’');
    }
}
