package org.lintas.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lintas.figure.Token.Kind;
import org.lintas.text.Language;

/** Reads the amounts of a text: numbers with their magnitudes, and ranges, whether their unit is said once or at both ends. */
final class AmountReader {

    /** Code of a word for "and" that makes a range only behind one for "between", and of that word. */
    private static final String BETWEEN = "between";

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

    private final TokenText text;
    private final boolean verbsComeLast;
    private final int openerReach;

    AmountReader(Language language, TokenText text) {
        this.text = text;
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

    /** One number and what multiplies it, then smaller ones that are added: 2 million 500 thousand. */
    private Amount single(int first) {
        double sum = 0;
        double smallest = Double.MAX_VALUE;
        int at = first;
        int last = first;
        while (text.is(at, Kind.NUMBER)) {
            double factor = 1;
            int end = at;
            while ((text.is(end + 1, Kind.MAGNITUDE) || leadsToMagnitude(end + 1))
                    && (text.touches(end) || isInBrackets(end + 1))) {
                end++;
                factor *= text.is(end, Kind.MAGNITUDE) ? text.get(end).value() : 1;
            }
            if (factor >= smallest) {
                break;
            }
            sum += text.get(at).value() * factor;
            smallest = factor;
            last = end;
            at = end + 1;
            if (factor == 1 || !text.touches(end)) {
                break;
            }
        }
        return new Amount(first, last, sum, Double.NaN, last == first);
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
        boolean hasUnit = isUnit(low.last() + 1) && text.touches(low.last());
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
        return !word.code().equals(BETWEEN)
                || opener(low).filter(token -> token.code().equals(BETWEEN)).isPresent();
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
                : text.start(amount);
    }

    /** Whether two numbers are those before and after a change: rose from 5 to 7. */
    private boolean isChange(Amount low, Amount high, Token word) {
        if (verbsComeLast) {
            int end = text.end(high);
            for (int i = high.last() + 1; i < text.size() && text.get(i).start() - end <= CHANGE_BEHIND; i++) {
                if (text.is(i, Kind.CHANGE)) {
                    return true;
                }
            }
            return false;
        }
        Optional<Token> opener = opener(low);
        boolean isBetween = opener.filter(token -> token.code().equals(BETWEEN)).isPresent();
        if (isBetween || (opener.isEmpty() && !word.code().equals(TO))) {
            return false;
        }
        int start = opener.map(Token::start).orElse(start(low));
        int reach = opener.isPresent() ? CHANGE_REACH : openerReach;
        for (int i = low.first() - 1; i >= 0 && start - text.get(i).end() <= reach; i--) {
            if (text.is(i, Kind.CHANGE)) {
                return text.isOneSentence(text.get(i).end(), start);
            }
        }
        return false;
    }
}
