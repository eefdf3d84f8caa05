package org.lintas.figure;

import java.util.Optional;
import java.util.OptionalInt;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;

/** The people that an amount counts and their part in the case. */
final class PeopleContext {

    /** How far from people a bracket that tells who they are may open. */
    private static final int BRACKET_REACH = 12;

    /** How far behind people told apart in a bracket a word for their part may be. */
    private static final int TOLD_REACH = 60;

    /** How far before people told apart between commas those may be of whom they are some. */
    private static final int WHOLE_REACH = 90;

    private static final int YEAR_DIGITS = 4;

    private final TokenText text;
    private final Counted counted;
    private final Together together;
    private final Parts parts;
    private final boolean isBurmese;
    private final boolean isKhmer;

    /** Whether a number word without a noun mostly counts people: seven nabbed. In Vietnamese and Chinese it is often something else: five is also year. */
    private final boolean wordsCount;

    /**
     * The people that an amount counts.
     *
     * @param code their part
     * @param more how many are counted next to the amount: the woman of 7 men 1 woman
     * @param end behind the word for them
     */
    record People(String code, double more, int end) {}

    PeopleContext(Language language, TokenText text) {
        this.text = text;
        this.counted = new Counted(language, text);
        this.together = new Together(language, text, counted);
        this.parts = new Parts(language, text);
        this.isBurmese = language == Language.BURMESE;
        this.isKhmer = language == Language.KHMER;
        this.wordsCount = language.script().hasWordSpaces() && language != Language.VIETNAMESE;
    }

    /** The people next to an amount, if their part is stated. */
    Optional<People> people(Amount amount) {
        if (isChange(amount) || isOfUnitBefore(amount) || isPartOfTotal(amount) || isInInsertion(amount)) {
            return Optional.empty();
        }
        int index = counted.after(amount.last());
        if (index < 0) {
            int next = text.afterLinks(amount.last());
            return text.token(next)
                    .filter(token -> token.statesPartOfPreceding() && text.touches(next - 1) && !isNamed(amount))
                    .or(() -> parts.beforeNumber(amount))
                    .filter(token -> isCount(amount) && (!isBurmese || amount.bare()))
                    .map(token -> new People(token.code(), 0, amount.end(text)));
        }
        Token person = text.get(index);
        if (isYear(amount) && Character.isUpperCase(text.charAt(person.start()))) {
            return Optional.empty();
        }
        Together.Others others = others(amount, index);
        int end = text.get(others.last()).end();
        if (others.more() == 0 && text.get(amount.first()).code().equals(Token.SINGLE)) {
            return parts.ofSingle(amount, index).map(part -> new People(part.code(), 0, end));
        }
        Optional<Token> after = parts.after(others.last(), amount);
        if (after.isPresent() && after.get().start() - end <= Parts.BESIDE) {
            return Optional.of(new People(after.get().code(), others.more(), end));
        }
        Optional<Token> noun =
                Optional.of(person).filter(token -> token.is(Kind.PART)).or(() -> parts.nounBefore(amount));
        return parts.before(amount)
                .or(() -> after)
                .filter(part -> noun.filter(told -> contradict(part.code(), told.code()))
                        .isEmpty())
                .or(() -> noun)
                .map(token -> new People(token.code(), others.more(), end));
    }

    /** Whether a number is written as a year, which a nation may follow: in 2019 Chinese police. */
    private boolean isYear(Amount amount) {
        return AmountContext.isYear(amount) && amount.end(text) - amount.start(text) == YEAR_DIGITS;
    }

    /** Whether a verb is not said of people whom a noun calls so: what frees suspects or arrests victims is said of others. */
    private static boolean contradict(String verb, String noun) {
        return (verb.equals("rescued") && noun.equals("suspect")) || (verb.equals("arrested") && noun.equals("victim"));
    }

    /** The people who are counted with an amount, unless their part is another: arrested two men and a woman was killed. */
    private Together.Others others(Amount amount, int index) {
        Together.Others others = together.behind(amount, index);
        boolean isOther = others.more() > 0
                && parts.after(others.last(), amount)
                        .filter(part -> parts.before(amount)
                                .filter(verb -> !verb.code().equals(part.code()))
                                .isPresent())
                        .isPresent();
        return isOther ? new Together.Others(0, index) : others;
    }

    /** Whether people are some of those told before, between two commas or dashes without a part of their own: five men, four of them Lao, were held. */
    private boolean isInInsertion(Amount amount) {
        int start = amount.start(text);
        int next = text.firstFrom(amount.end(text));
        for (int i = amount.first() - 1; i >= 0 && start - text.get(i).end() <= WHOLE_REACH; i--) {
            boolean isSome = counted.isPeople(i)
                    && parts.insertion(text.get(i).end())
                            .filter(insertion -> insertion.end() > start && !hasPart(next, insertion.end()))
                            .isPresent()
                    && counted.numberOf(i) >= 0;
            if (isSome) {
                return true;
            }
        }
        return false;
    }

    private boolean hasPart(int from, int end) {
        for (int i = from; i < text.size() && text.get(i).start() < end; i++) {
            if (text.get(i).statesPartOfFollowing() || text.get(i).statesPartOfPreceding()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is that by which a count rose or fell: injured 111, down 20. */
    private boolean isChange(Amount amount) {
        int before = text.beforeLinks(amount.first());
        return text.is(before, Kind.CHANGE)
                && text.touches(before)
                && text.get(before).code().equals("by");
    }

    /** Whether a number is of the unit before it, as in Burmese: tons 60. */
    private boolean isOfUnitBefore(Amount amount) {
        int before = amount.first() - 1;
        return isBurmese && text.is(before, Kind.UNIT) && text.touches(before) && !text.is(before - 1, Kind.NUMBER);
    }

    /** Whether people are told apart of those just counted, without a verb of their own: 30 persons (12 women). */
    private boolean isPartOfTotal(Amount amount) {
        int start = amount.start(text);
        if (isKhmer && isOfYearBefore(amount)) {
            return true;
        }
        OptionalInt bracket = text.bracket(start);
        int sex = text.beforeLinks(amount.first());
        boolean isSex = isKhmer && text.is(sex, Kind.SEX) && text.touches(sex);
        if (bracket.isEmpty() && !isSex) {
            return false;
        }
        int from = bracket.orElse(text.get(Math.max(sex, 0)).start());
        int before = text.lastBefore(amount.first() - 1, from);
        int number = counted.numberOf(before);
        return number >= 0 && isBeside(text.get(before).end(), from) && !isToldOf(before + 1, amount);
    }

    /** Whether people are those of the year before, as in tables of Khmer police: injured 1,722 persons / 867 persons. */
    private boolean isOfYearBefore(Amount amount) {
        int before = amount.first() - 1;
        return counted.isPeople(before)
                && text.between(text.get(before).end(), amount.start(text))
                        .strip()
                        .equals("/");
    }

    /** Whether a bracket opens next to people, or next to one that has told who they are. */
    private boolean isBeside(int end, int bracket) {
        String gap = text.between(end, bracket);
        return gap.length() <= BRACKET_REACH && gap.strip().matches("[)）]|[^)）,，、;]*");
    }

    /** Whether a word for the part of people is between a token and the end of the bracket that an amount is in. */
    private boolean isToldOf(int from, Amount amount) {
        int end = amount.end(text);
        for (int i = from; i < text.size() && text.get(i).start() - end <= TOLD_REACH; i++) {
            Token token = text.get(i);
            if (i > amount.last() && !text.between(end, token.start()).chars().allMatch(c -> ")）\n".indexOf(c) < 0)) {
                return false;
            }
            if (token.statesPartOfFollowing() || token.statesPartOfPreceding()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number without a word for people is part of a name, behind a word with a capital inside a sentence: Cienco 6. */
    private boolean isNamed(Amount amount) {
        int start = amount.start(text);
        int word = start - 1;
        while (text.isLatin(word - 1)) {
            word--;
        }
        char before = text.charAt(word - 2);
        return text.charAt(start - 1) == ' '
                && Character.isUpperCase(text.charAt(word))
                && (Character.isLetter(before) || before == ',');
    }

    /** Whether an amount may count people without a word for them: digits that are no year, or a word for more than one. */
    private boolean isCount(Amount amount) {
        boolean isWord = !Character.isDigit(text.charAt(amount.start(text)));
        return (!isWord || (wordsCount && amount.value() > 1 && amount.bare())) && !AmountContext.isYear(amount);
    }
}
