package org.lintas.figure;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;
import org.lintas.text.PerLanguage;
import org.lintas.text.WordTable;

/**
 * What a total counts, which is told before it: the goods of 250 pills, 240 pills, in total 490 pills; the people of a case of whom there are more by now, as in
 * "two more were arrested, bringing the total to 12".
 */
final class Totals {

    /** How far before the total of goods, in UTF-16 units, the goods may be. */
    private static final int GOODS_REACH = 240;

    /** How far before a running total the word for the part of the people may be, and the word that opens it. */
    private static final int PART_REACH = 90;

    /** How far behind it that word may be: bringing to 16 the number of people held. */
    private static final int BEHIND_REACH = 40;

    /** How far before a running total those may be who were just counted. */
    private static final int COUNTED_REACH = 160;

    /** How far before a sum, which may be of something else, they may be. */
    private static final int SUM_REACH = 3;

    /** The same where only the verb that states their part is between. */
    private static final int VERB_REACH = 32;

    /** How far from a word for the part of people they may be. */
    private static final int BESIDE = 12;

    /** Code of a word that tells a running total of whatever was just counted: bringing the total to. */
    private static final String OF_ALL = "all";

    /** Code of a word that a word for "to" follows, further behind it: bringing the number of people held to 38. */
    private static final String OPEN = "open";

    /** Code of a word behind which the total is told before what it counts: bringing to 16 the number of people held. */
    private static final String BRINGING_TO = "before";

    /** Code of a word for "to" between two numbers. */
    private static final String TO = "to";

    /** Any drugs, of which others are kinds. */
    private static final String DRUGS = "drugs";

    /** Rounds are those in a body as well. */
    private static final String AMMUNITION = "ammunition";

    /** A number from this one on that is of no people by its words is one of money or goods. */
    private static final double MILLION = 1e6;

    /** The units whose sum is that of the only goods told before it. */
    private static final Set<String> WEIGHED = Set.of("kg", "l");

    private static final String CLAUSE_ENDS = ".,;:!?)。，；：！？、）။၊។\"”»–—\n";

    private static final String DASHES = "-–—";

    /** What may be between a number and a word behind which there are more. */
    private static final Set<Kind> COUNTING = Set.of(Kind.PERSON, Kind.PART, Kind.LINK, Kind.UNIT);

    /** What may be behind a number that counts people without a word for them. */
    private static final Set<Kind> ENDING = Set.of(Kind.FROM, Kind.RANGE, Kind.OTHERS);

    /** The words that begin another clause behind a total, of each language: after, since. */
    private static final PerLanguage<Set<String>> CLAUSES =
            new PerLanguage<>(language -> WordTable.read(Totals.class, "clauses.tsv", 2).stream()
                    .filter(row -> row.get(0).equals(language.code()))
                    .map(row -> row.get(1))
                    .collect(Collectors.toUnmodifiableSet()));

    private final TokenText text;
    private final Counted counted;
    private final Set<String> clauses;

    Totals(Language language, TokenText text) {
        this.text = text;
        this.counted = new Counted(language, text);
        this.clauses = CLAUSES.get(language);
    }

    /** The goods of a total: those that were counted in parts before it, if only one kind was, or of which there are more by now. */
    Optional<Token> goods(Amount amount, Token unit) {
        int rise = rise(amount);
        boolean isOfAll = rise >= 0 && !text.get(rise).code().isEmpty();
        if (rise < 0 && sum(amount).isEmpty()) {
            return Optional.empty();
        }
        int from = amount.start(text);
        Optional<Token> found = Optional.empty();
        boolean isCounted = rise >= 0 || WEIGHED.contains(unit.code());
        int next = from;
        for (int i = text.beforeLinks(amount.first());
                i >= 0 && from - text.get(i).end() <= GOODS_REACH;
                i--) {
            Token token = text.get(i);
            if (!isOfAll && !text.isOneSentence(token.end(), next)) {
                break;
            }
            next = token.start();
            if (token.code().equals(AMMUNITION) || (token.is(Kind.CURRENCY) && !isOfAll)) {
                return Optional.empty();
            }
            if (token.is(Kind.UNIT) && token.code().equals(unit.code())) {
                isCounted = true;
                if (text.is(i - 1, Kind.NUMBER)
                        && text.get(i - 1).value() * token.value() > amount.value() * unit.value()) {
                    return Optional.empty();
                }
            }
            if (token.isGoods() && !(found.isPresent() && token.code().equals(DRUGS))) {
                if (found.filter(goods -> !Set.of(token.code(), DRUGS).contains(goods.code()))
                        .isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(token);
            }
        }
        return isCounted ? found.filter(goods -> unit.counts(goods.code())) : Optional.empty();
    }

    /** The word for the part of the people of whom there are more by now: the number of suspects has risen to 13. */
    Optional<Token> part(Amount amount) {
        int rise = rise(amount);
        if (rise >= 0 && text.get(rise).code().equals(BRINGING_TO)) {
            return partBehind(amount);
        }
        if (rise < 0 || !countsPeople(amount) || (amount.value() >= MILLION && !hasPeople(amount))) {
            return Optional.empty();
        }
        int from = Math.min(text.get(rise).start(), amount.start(text));
        for (int i = Math.min(rise, amount.first()) - 1;
                i >= 0
                        && from - text.get(i).end() <= PART_REACH
                        && text.isOneSentence(text.get(i).end(), from);
                i--) {
            Token token = text.get(i);
            boolean isBeside = i == rise - 1 && token.is(Kind.BEFORE) && text.touches(i);
            if (token.is(Kind.PART) || (statesPart(token) && (isBeside || isOfPeople(i)))) {
                return Optional.of(token);
            }
            boolean isOther = token.is(Kind.NUMBER) && !isRise(behindCounted(i));
            if (isOther || token.is(Kind.CURRENCY) || token.isGoods()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether an amount is the total of what was counted just before it: two more were arrested, bringing the total to 12.
     *
     * @param end behind what was counted, in UTF-16 units
     */
    boolean isOfCounted(Amount amount, int end) {
        if (!countsPeople(amount)) {
            return false;
        }
        int rise = rise(amount);
        boolean isRise = rise >= 0
                && Set.of(OF_ALL, Token.BEHIND).contains(text.get(rise).code());
        if (isRise) {
            return amount.start(text) - end <= COUNTED_REACH;
        }
        return sum(amount)
                .filter(token ->
                        isBeside(end, token.start()) || (hasPeople(amount) && isBehindVerb(end, token.start())))
                .isPresent();
    }

    /** Whether no word is between what was counted and a word for a sum. */
    private boolean isBeside(int end, int sum) {
        return sum - end <= SUM_REACH && text.between(end, sum).chars().noneMatch(Character::isLetter);
    }

    /** Whether nothing that can be counted is between them: two more were arrested, in total nine persons. */
    private boolean isBehindVerb(int end, int sum) {
        boolean isVerb = false;
        for (int i = text.firstFrom(end); i < text.size() && text.get(i).end() <= sum; i++) {
            Token token = text.get(i);
            isVerb |= token.statesPartOfPreceding();
            if (!token.is(Kind.LINK) && !token.statesPartOfPreceding()) {
                return false;
            }
        }
        return isVerb && sum - end <= VERB_REACH && text.isOneSentence(end, sum);
    }

    /** Whether there were so many before the number rose: from 9 to 12. */
    boolean isBeforeRise(Amount amount) {
        int to = behindCounted(amount.last());
        if (!Double.isNaN(amount.high()) || !text.touches(to - 1)) {
            return false;
        }
        int from = text.beforeLinks(amount.first());
        boolean isFrom = text.is(from, Kind.FROM)
                && text.touches(from)
                && !text.get(from).code().equals(Token.BETWEEN);
        boolean isChange = isFrom && isChange(text.beforeLinks(from));
        return (isFrom && text.is(to, Kind.RISE))
                || (isTo(text.get(to)) && text.is(to + 1, Kind.NUMBER) && (isChange || riseBehind(to + 1) >= 0))
                || (isChange
                        && text.is(to, Kind.NUMBER)
                        && text.get(to - 1).code().equals(TO));
    }

    private boolean isRise(int index) {
        return text.is(index, Kind.RISE) || (index < text.size() && isTo(text.get(index)));
    }

    private boolean isChange(int index) {
        return text.is(index, Kind.CHANGE) || text.is(index, Kind.RISE);
    }

    /** Whether an amount has a word for people behind it. */
    boolean hasPeople(Amount amount) {
        return counted.after(amount.last()) >= 0;
    }

    /** Where an amount of people ends, with the word for them. */
    int end(Amount amount) {
        int people = counted.after(amount.last());
        return people < 0 ? amount.end(text) : text.get(people).end();
    }

    private static boolean statesPart(Token token) {
        return token.is(Kind.PART) || token.statesPartOfFollowing() || token.statesPartOfPreceding();
    }

    /** Whether people are told right beside a word for their part: the number of people arrested. */
    private boolean isOfPeople(int verb) {
        return (counted.isPeople(verb - 1)
                        && text.get(verb).start() - text.get(verb - 1).end() <= BESIDE)
                || (counted.isPeople(verb + 1)
                        && text.get(verb + 1).start() - text.get(verb).end() <= BESIDE);
    }

    private Optional<Token> partBehind(Amount amount) {
        int end = amount.end(text);
        for (int i = amount.last() + 1; i < text.size() && text.get(i).start() - end <= BEHIND_REACH; i++) {
            Token token = text.get(i);
            if (statesPart(token)) {
                return Optional.of(token).filter(part -> text.isOneSentence(end, part.start()));
            }
            if (token.is(Kind.NUMBER)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether people, or nothing, are told behind an amount. */
    private boolean countsPeople(Amount amount) {
        int end = amount.end(text);
        int next = text.charAt(end) == ' ' ? end + 1 : end;
        boolean isDash = next > end && DASHES.indexOf(text.charAt(next)) >= 0;
        return hasPeople(amount)
                || end >= text.length()
                || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0
                || isDash
                || (text.touches(amount.last()) && endsTotal(amount.last() + 1))
                || (next > end && clauses.contains(wordAt(next)));
    }

    private boolean endsTotal(int index) {
        return isRiseBehind(index)
                || text.token(index)
                        .filter(token -> ENDING.contains(token.kind()))
                        .isPresent();
    }

    private String wordAt(int start) {
        int end = start;
        while (Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.between(start, end).toLowerCase(Locale.ROOT);
    }

    /** The index of the word that makes an amount a running total; -1 if there is none. */
    private int rise(Amount amount) {
        int behind = riseBehind(amount.last());
        if (behind >= 0) {
            return behind;
        }
        for (int i = amount.first() - 1; text.touches(i); i--) {
            Token token = text.get(i);
            if (token.is(Kind.RISE)) {
                return Set.of(OPEN, Token.BEHIND).contains(token.code()) ? -1 : i;
            }
            if (isTo(token)) {
                return opener(i);
            }
            if (!token.is(Kind.LINK)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a word may be before the number that something rose to. */
    private static boolean isTo(Token token) {
        return token.code().equals(TO) || (token.is(Kind.RANGE) && !token.code().equals(Token.BETWEEN));
    }

    /** The index of the word behind a number, and behind what it counts, that makes it a running total; -1 if there is none. */
    private int riseBehind(int number) {
        int next = behindCounted(number);
        return isRiseBehind(next) && text.touches(next - 1) ? next : -1;
    }

    /** The index behind a number and what it counts. */
    private int behindCounted(int number) {
        int next = number + 1;
        while (next < text.size() && COUNTING.contains(text.get(next).kind()) && text.touches(next - 1)) {
            next++;
        }
        return next;
    }

    private boolean isRiseBehind(int index) {
        return text.is(index, Kind.RISE) && text.get(index).code().equals(Token.BEHIND);
    }

    /**
     * The index of the word before a "to" that makes the number behind it a running total: bringing the number to 38, rose from 9 to 12; -1 if there is none.
     */
    private int opener(int to) {
        int first = to - 1;
        while (first > 0 && COUNTING.contains(text.get(first).kind()) && text.touches(first)) {
            first--;
        }
        int from = text.is(first, Kind.NUMBER) ? text.beforeLinks(first) : -1;
        int change = text.beforeLinks(from);
        if (text.is(from, Kind.FROM) && isChange(change)) {
            return change;
        }
        if (!text.get(to).code().equals(TO)) {
            return -1;
        }
        int end = text.get(to).start();
        for (int i = to - 1; i >= 0 && end - text.get(i).end() <= PART_REACH; i--) {
            if (text.is(i, Kind.RISE)) {
                boolean isOpener = Set.of(OPEN, OF_ALL).contains(text.get(i).code())
                        && text.isOneSentence(text.get(i).end(), end);
                return isOpener ? i : -1;
            }
        }
        return -1;
    }

    /** The word before an amount that makes it a sum: in total 300 pills. */
    private Optional<Token> sum(Amount amount) {
        return IntStream.range(text.beforeLinks(amount.first()) + 1, amount.first())
                .mapToObj(text::get)
                .filter(token -> token.code().equals(Token.TOTAL))
                .findFirst();
    }
}
