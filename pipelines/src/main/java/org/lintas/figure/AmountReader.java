package org.lintas.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.figure.token.Vocabulary;
import org.lintas.text.Language;

/** Reads the amounts of a text: numbers with their magnitudes, and ranges, whether their unit is said once or at both ends. */
final class AmountReader {

    /** Code of a word between two numbers that may be before what something changes to: rose $2bn to $9bn. */
    private static final String TO = "to";

    /** How far before a number the word may be that begins a range, in scripts with and without spaces between words. */
    private static final int OPENER_REACH = 24;

    private static final int UNSPACED_OPENER_REACH = 6;

    /** How far before a range, in UTF-16 units, a word may be that makes it a change: the price of rice rose from 40 to 50. */
    private static final int CHANGE_REACH = 70;

    /** The same behind it, in languages whose verbs come last. */
    private static final int CHANGE_BEHIND = 14;

    /** Numbers from this one on have no magnitude in brackets behind them. */
    private static final double LONGEST_SCALED = 10_000;

    /** The languages in which the magnitude of a last digit may be left out: 1 tỷ 2, 两万五. */
    private static final Set<Language> DROPPING =
            Set.of(Language.VIETNAMESE, Language.CHINESE, Language.THAI, Language.LAO);

    /** The languages that tell a range by two digits one after the other. */
    private static final Set<Language> NAMING_NEIGHBOURS =
            Set.of(Language.VIETNAMESE, Language.CHINESE, Language.THAI, Language.LAO, Language.KHMER);

    /** Code of a word between a magnitude and what is added: 零, lẻ. */
    private static final String AND = "and";

    /** Tokens before a number among which the word is looked for that makes it an end of a range. */
    private static final int OPENED = 3;

    /** Larger sums than this are no numbers. */
    private static final double LARGEST = 1e18;

    /** Years that may stand behind an amount. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    private static final double MILLION = 1e6;

    private static final int TEN = 10;
    private static final int THOUSAND = 1000;

    private final TokenText text;
    private final boolean verbsComeLast;
    private final boolean dropsMagnitude;
    private final boolean namesNeighbours;
    private final boolean addsByAnd;
    private final int openerReach;

    AmountReader(Language language, TokenText text) {
        this.text = text;
        this.dropsMagnitude = DROPPING.contains(language);
        this.addsByAnd = Vocabulary.addsByAnd(language);
        this.namesNeighbours = NAMING_NEIGHBOURS.contains(language);
        this.verbsComeLast = language == Language.BURMESE;
        this.openerReach = language.script().hasWordSpaces() ? OPENER_REACH : UNSPACED_OPENER_REACH;
    }

    /** The amounts, in the order of the text. */
    List<Amount> amounts() {
        var amounts = new ArrayList<Amount>();
        int next = 0;
        while (next < text.size()) {
            if (text.is(next, Kind.NUMBER)) {
                Amount amount = range(single(next));
                amounts.add(amount);
                next = amount.last();
            }
            next++;
        }
        return amounts;
    }

    /** One number and what multiplies it, then smaller ones that are added: 2 million 500 thousand, 三千五百万. */
    private Amount single(int first) {
        List<Double> terms = List.of();
        double largest = Double.MAX_VALUE;
        int at = first;
        int last = first;
        while (text.is(at, Kind.NUMBER) && text.get(at).value() < largest) {
            var next = new ArrayList<>(terms);
            next.add(text.get(at).value());
            double factor = 1;
            int end = at;
            boolean fits = true;
            while (isMultiplied(end) && next.get(next.size() - 1) * factor <= LARGEST) {
                end++;
                if (text.is(end, Kind.MAGNITUDE)) {
                    factor *= text.get(end).value();
                    fits &= multiply(next, text.get(end).value());
                }
            }
            if (at > first && (!fits || factor == largest || (factor == 1 && largest >= MILLION && isYear(at)))) {
                break;
            }
            if (at > first && factor == 1 && dropsMagnitude(at, largest)) {
                next.set(next.size() - 1, text.get(at).value() * largest / TEN);
            }
            if (factor > 1 && text.is(end + 1, Kind.HALF) && text.touches(end)) {
                next.add(text.get(end).value() / 2);
                end++;
            }
            terms = next;
            largest = factor;
            last = end;
            at = behind(first, end);
            if (factor == 1 || !text.touches(at - 1)) {
                break;
            }
        }
        double sum = terms.stream().mapToDouble(Double::doubleValue).sum();
        return new Amount(first, last, sum, Double.NaN, last == first);
    }

    /**
     * Multiplies the last term, and those before it that are smaller than a magnitude.
     *
     * @return whether they come to less than the term before
     */
    private static boolean multiply(List<Double> terms, double magnitude) {
        double sum = terms.remove(terms.size() - 1);
        while (!terms.isEmpty() && terms.get(terms.size() - 1) < magnitude) {
            sum += terms.remove(terms.size() - 1);
        }
        boolean fits = terms.isEmpty() || sum * magnitude < terms.get(terms.size() - 1);
        terms.add(sum * magnitude);
        return fits;
    }

    /** Whether a number behind a magnitude is the year of something, not what is added: a P6.793-trillion 2026 budget. */
    private boolean isYear(int at) {
        double value = text.get(at).value();
        boolean isApart = text.get(at).start() > text.get(at - 1).end();
        boolean isCounting =
                text.touches(at) && !text.isOfNext(at + 1) && (isUnit(at + 1) || text.is(at + 1, Kind.PERSON));
        return isApart && text.startsWithDigit(at) && value >= FIRST_YEAR && value <= LAST_YEAR && !isCounting;
    }

    /** Whether a magnitude follows that multiplies what is before it, with a word such as "odd" between them at most. */
    private boolean isMultiplied(int end) {
        return (text.is(end + 1, Kind.MAGNITUDE) || leadsToMagnitude(end + 1))
                && (text.touches(end) || isInBrackets(end + 1));
    }

    /** The index behind a magnitude, or behind the "and" between it and a number in words that is added: 一万零五百, two thousand and fifty. */
    private int behind(int first, int end) {
        boolean isWord = text.touches(end) && text.is(end + 2, Kind.NUMBER) && !text.startsWithDigit(end + 2);
        boolean isAnd = text.is(end + 1, Kind.LINK) && text.get(end + 1).code().equals(AND);
        return isWord && (isAnd || isAddedByAnd(first, end)) ? end + 2 : end + 1;
    }

    /** Whether the word behind a magnitude is the "and" of English or Tagalog within a number in words, behind a thousand or before another magnitude. */
    private boolean isAddedByAnd(int first, int end) {
        return addsByAnd
                && text.is(end + 1, Kind.RANGE)
                && text.get(end + 1).code().equals(Token.BETWEEN)
                && !text.startsWithDigit(first)
                && !isOpened(first)
                && (text.get(end).value() == THOUSAND || text.is(end + 3, Kind.MAGNITUDE));
    }

    /** Whether a word for "between" is just before a number. */
    private boolean isOpened(int first) {
        for (int i = Math.max(0, first - OPENED); i < first; i++) {
            if (text.is(i, Kind.FROM) && text.get(i).code().equals(Token.BETWEEN)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number is one of 1 to 9 that stands for tenths of the magnitude before it: 1 tỷ 2 đồng. */
    private boolean dropsMagnitude(int at, double magnitude) {
        double value = text.get(at).value();
        boolean isDigit = value >= 1 && value < TEN && value == Math.rint(value);
        return dropsMagnitude && magnitude >= THOUSAND && isDigit && isUnit(at + 1) && text.touches(at);
    }

    /** As in "3 thousand odd million". */
    private boolean leadsToMagnitude(int at) {
        return text.is(at, Kind.LINK) && text.is(at + 1, Kind.MAGNITUDE);
    }

    /** As in "Rp 400 (million)"; behind a longer number it only says what that number is. */
    private boolean isInBrackets(int at) {
        return text.get(at - 1).value() < LONGEST_SCALED
                && text.opensBracket(text.get(at - 1).end(), text.get(at).start())
                && text.isClosing(text.get(at).end());
    }

    private Amount range(Amount low) {
        if (low.bare() && isNext(low.last())) {
            return neighbours(low, single(low.last() + 1));
        }
        boolean hasUnit = isUnit(low.last() + 1) && text.touches(low.last()) && !text.isOfNext(low.last() + 1);
        int end = hasUnit ? low.last() + 1 : low.last();
        boolean byWord = text.is(end + 1, Kind.RANGE) && text.touches(end);
        int next = byWord ? end + 1 : end;
        if (byWord) {
            next = text.afterLinks(next) - 1;
        }
        boolean hasPrefix = text.is(next + 1, Kind.CURRENCY);
        int second = hasPrefix ? next + 2 : next + 1;
        if (!text.is(second, Kind.NUMBER)
                || !isJoined(next, byWord)
                || (hasPrefix && !text.leads(next + 1))
                || (byWord && !isRange(low, text.get(end + 1)))) {
            return low;
        }
        Amount high = single(second);
        boolean isTold = hasUnit || hasPrefix;
        if (isTold && !haveSameUnit(low, high, hasUnit ? end : -1, hasPrefix ? next + 1 : -1)) {
            return low;
        }
        if (byWord && isChange(low, high, text.get(end + 1))) {
            return low;
        }
        return joined(low, high, hasUnit, isTold);
    }

    /** Whether a number word is followed by one whose first digit is one more than its last: 三四十, năm sáu tỷ. */
    private boolean isNext(int at) {
        if (!namesNeighbours || !text.is(at + 1, Kind.NUMBER) || !text.touches(at)) {
            return false;
        }
        double digit = text.get(at).value() % TEN;
        return !text.startsWithDigit(at)
                && !text.startsWithDigit(at + 1)
                && digit > 0
                && leading(text.get(at + 1).value()) == digit + 1;
    }

    private static double leading(double number) {
        return Math.floor(number / Math.pow(TEN, Math.floor(Math.log10(number))));
    }

    /** The range of a number word and the next one, which has what multiplies both: 三四十, 十五六万. */
    private Amount neighbours(Amount low, Amount high) {
        double scale = high.value() / leading(text.get(high.first()).value());
        double more = low.value() < TEN ? high.value() : (low.value() + 1) * scale;
        return new Amount(low.first(), high.last(), low.value() * scale, more, high.bare());
    }

    /** The range of two amounts. The magnitude of the second is that of both, if the first has none and no unit either: $5 to $10 million. */
    private Amount joined(Amount low, Amount high, boolean hasUnit, boolean isTold) {
        boolean isShared = low.bare() && !hasUnit;
        double scaled =
                isShared ? low.value() * (high.value() / text.get(high.first()).value()) : low.value();
        double value = isTold && scaled >= high.value() ? low.value() : scaled;
        return high.value() > value
                ? new Amount(low.first(), high.last(), value, high.value(), low.bare() && high.bare())
                : low;
    }

    private boolean isUnit(int index) {
        return text.is(index, Kind.CURRENCY) || text.is(index, Kind.UNIT);
    }

    /** Whether the upper end of a range follows a word for it, or a dash. */
    private boolean isJoined(int index, boolean byWord) {
        if (index + 1 >= text.size()) {
            return false;
        }
        String gap = text.between(text.get(index).end(), text.get(index + 1).start());
        return byWord ? gap.isBlank() && gap.length() <= 1 : gap.strip().matches("[-–—~～]") && gap.length() <= 3;
    }

    /** Whether the ends of a range have the same unit where both have one: "5,000元至6,000港元", but not "$5 to RM30". */
    private boolean haveSameUnit(Amount low, Amount high, int unit, int prefix) {
        if (prefix >= 0) {
            int before = low.first() - 1;
            return unit < 0
                    && text.is(before, Kind.CURRENCY)
                    && text.leads(before)
                    && isSame(text.get(before), text.get(prefix));
        }
        int behind = text.afterLinks(high.last());
        return isUnit(behind) && text.touches(behind - 1) && isSame(text.get(unit), text.get(behind));
    }

    private static boolean isSame(Token one, Token other) {
        boolean isUnsaid =
                one.is(Kind.CURRENCY) && (one.code().isEmpty() || other.code().isEmpty());
        return one.is(other.kind())
                && one.value() == other.value()
                && (isUnsaid || one.code().equals(other.code()));
    }

    /** Whether a word between two numbers makes them a range; "and" does so only behind "between". */
    private boolean isRange(Amount low, Token word) {
        return !word.code().equals(Token.BETWEEN)
                || opener(low)
                        .filter(token -> token.code().equals(Token.BETWEEN))
                        .isPresent();
    }

    /** The word before a range, with a few words between at most: from, between about. */
    private Optional<Token> opener(Amount low) {
        int start = start(low);
        for (int i = low.first() - 1; i >= 0 && start - text.get(i).end() <= openerReach; i--) {
            if (text.is(i, Kind.FROM)) {
                Token opener = text.get(i);
                return Optional.of(opener).filter(from -> text.isOneSentence(from.end(), start));
            }
            if (text.is(i, Kind.NUMBER)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Where an amount starts, with the currency before it. */
    private int start(Amount amount) {
        int before = amount.first() - 1;
        return text.is(before, Kind.CURRENCY) && text.leads(before)
                ? text.get(before).start()
                : amount.start(text);
    }

    /** Whether two numbers are those before and after a change: rose from 5 to 7. */
    private boolean isChange(Amount low, Amount high, Token word) {
        if (verbsComeLast) {
            int end = high.end(text);
            for (int i = high.last() + 1; i < text.size() && text.get(i).start() - end <= CHANGE_BEHIND; i++) {
                if (isChange(i)) {
                    return true;
                }
            }
            return false;
        }
        Optional<Token> opener = opener(low);
        boolean isBetween =
                opener.filter(token -> token.code().equals(Token.BETWEEN)).isPresent();
        if (isBetween || (opener.isEmpty() && !word.code().equals(TO))) {
            return false;
        }
        int start = opener.map(Token::start).orElse(start(low));
        int reach = opener.isPresent() ? CHANGE_REACH : openerReach;
        for (int i = low.first() - 1; i >= 0 && start - text.get(i).end() <= reach; i--) {
            if (isChange(i)) {
                return text.isOneSentence(text.get(i).end(), start);
            }
        }
        return false;
    }

    private boolean isChange(int index) {
        boolean isRiseBehind =
                text.is(index, Kind.RISE) && text.get(index).code().equals(Token.BEHIND);
        return isRiseBehind || text.is(index, Kind.CHANGE);
    }
}
