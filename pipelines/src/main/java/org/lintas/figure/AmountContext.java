package org.lintas.figure;

import java.util.Optional;
import java.util.Set;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;

/** The context of an amount of money or goods: its currency, its unit and what it counts. */
final class AmountContext {

    /** How far from a number, in UTF-16 units, the goods before it may be. */
    private static final int GOODS_REACH = 40;

    /** The same for what is counted in packs, which may hold anything. */
    private static final int PACKED_REACH = 14;

    /** The same in Chinese, where goods mostly follow. */
    private static final int CHINESE_REACH = 6;

    /** The smallest number that counts the goods before it without a unit. */
    private static final double SMALLEST_ALONE = 100;

    /** Waste is weighed, firearms are counted; sacks next to waste are of something else, a weight is not that of arms seized. */
    private static final String WASTE = "waste";

    private static final String FIREARM = "firearm";

    /** Toys, replicas, air guns: named so that they are not taken for firearms. */
    private static final String IMITATION = "imitation";

    /** Code of a label that makes a number a name only if it can be a year. */
    private static final String YEAR = "year";

    /** The same of one that does so only if it can be the value of a note. */
    private static final String NOTE = "note";

    /** The same of one whose number may begin like a sum: Koch P2000. */
    private static final String MODEL = "model";

    private static final double LARGEST_NOTE = 1_000_000;

    private static final double FIRST_YEAR = 1900;
    private static final double LAST_YEAR = 2100;

    /** The century of the Thai calendar that began in 1957, and the first year of it that is written with two digits today. */
    private static final double FIRST_BUDDHIST = 2500;

    private static final double FIRST_SHORT = 40;
    private static final double HUNDRED = 100;

    private final TokenText text;
    private final Packs packs;
    private final Totals totals;

    /** Whether goods that are their own unit, and units, may stand before their number. */
    private final boolean unitsMayPrecede;

    /** How far before a number its goods may be. */
    private final int goodsReach;

    /** Whether goods may follow their quantity: two kilos of rice. */
    private final boolean goodsMayFollow;

    private final boolean isThai;

    /**
     * The goods that an amount counts.
     *
     * @param code what they are
     * @param unit what they are counted in, or the goods themselves
     * @param more what smaller units add: the 0.5 of 6 kg 500 g
     * @param start where the amount and its unit start
     * @param end where they end
     */
    record Goods(String code, Token unit, double more, int start, int end) {}

    /** A unit next to an amount and the smaller ones that follow it. */
    private record Measure(Token unit, double more, int last) {}

    AmountContext(Language language, TokenText text, Totals totals) {
        this.text = text;
        this.totals = totals;
        this.packs = new Packs(text);
        this.isThai = language == Language.THAI;
        this.unitsMayPrecede = language == Language.BURMESE;
        this.goodsReach = language == Language.CHINESE ? CHINESE_REACH : GOODS_REACH;
        this.goodsMayFollow = !Set.of(Language.THAI, Language.KHMER, Language.LAO, Language.BURMESE)
                .contains(language);
    }

    int start(Amount amount) {
        return amount.start(text);
    }

    /** The magnitude that an amount ends with; 1 if it ends with a number. */
    double magnitude(Amount amount) {
        Token last = text.get(amount.last());
        return last.is(Kind.MAGNITUDE) ? last.value() : 1;
    }

    /** Where an amount ends, with the bracket that its magnitude may be in. */
    int end(Amount amount) {
        int last = amount.last();
        boolean isInBrackets = last > amount.first()
                && text.opensBracket(text.get(last - 1).end(), text.get(last).start());
        return isInBrackets ? amount.end(text) + 1 : amount.end(text);
    }

    /** Whether the number is part of a name, as of a year or a section, the value of a note or a share: P2000, $100 bills, 5 percent. */
    boolean isName(Amount amount) {
        boolean isMoney = currencyBefore(amount).isPresent();
        int before = isMoney ? amount.first() - 2 : amount.first() - 1;
        boolean isLabelled = text.token(before)
                .filter(token -> token.is(Kind.LABEL) && text.touches(before))
                .filter(token -> !isMoney || Set.of(NOTE, MODEL).contains(token.code()))
                .filter(token -> !token.code().equals(YEAR) || isYear(amount) || isBuddhistYear(amount))
                .filter(token -> !token.code().equals(NOTE) || isOfNote(amount.value()))
                .isPresent();
        int next = text.afterLinks(amount.last());
        int behind = text.is(next, Kind.CURRENCY) ? text.afterLinks(next) : next;
        boolean isNote = text.is(behind, Kind.NOTE) && text.touches(behind - 1) && isOfNote(amount.value());
        boolean isShare = text.is(next, Kind.PERCENT) && text.touches(next - 1);
        return isLabelled || isNote || isShare || text.isAge(amount.first());
    }

    /** Whether there may be notes of a value: 1, 2, 5, 10 and so on. */
    private static boolean isOfNote(double value) {
        double digit = value / Math.pow(10, Math.floor(Math.log10(value)));
        return value <= LARGEST_NOTE && (digit == 1 || digit == 2 || digit == 5);
    }

    static boolean isYear(Amount amount) {
        return amount.bare() && amount.value() >= FIRST_YEAR && amount.value() <= LAST_YEAR;
    }

    /** Whether it can be a year of the Thai calendar, with four digits or two: 2563, 63. */
    private boolean isBuddhistYear(Amount amount) {
        double year = amount.value() < HUNDRED ? amount.value() + FIRST_BUDDHIST : amount.value();
        return isThai && amount.bare() && year >= FIRST_BUDDHIST + FIRST_SHORT && year < FIRST_BUDDHIST + HUNDRED;
    }

    Optional<Token> currencyBefore(Amount amount) {
        int before = amount.first() - 1;
        return text.token(before)
                .filter(token -> token.is(Kind.CURRENCY) && isPrefix(token) && text.leads(before))
                .filter(token -> !isTournament(token, amount));
    }

    /** Whether a currency and a number are the football championship of a year: Euro 2024. */
    private boolean isTournament(Token currency, Amount amount) {
        return currency.code().equals("EUR") && Character.isLetter(text.charAt(currency.start())) && isYear(amount);
    }

    /** A currency in lower case has to follow its amount: "won three" is not Korean money; so has 元, which ends names. */
    private boolean isPrefix(Token currency) {
        char first = text.charAt(currency.start());
        boolean isName = Character.isIdeographic(first) && currency.code().isEmpty();
        return !Character.isLowerCase(first) && !isName;
    }

    /** Whether the currency after a number is its own and the one before it what it is the price of: one dollar 3,300 kyats. */
    boolean isRate() {
        return unitsMayPrecede;
    }

    Optional<Token> currencyAfter(Amount amount) {
        int next = text.afterLinks(amount.last());
        return text.token(next)
                .filter(token -> token.is(Kind.CURRENCY) && text.touches(next - 1) && !text.isOfNext(next));
    }

    /** The unit next to an amount with goods directly after it, else before it; or goods that are their own unit. */
    Optional<Goods> goods(Amount amount) {
        return packs.isOfEach(amount)
                ? Optional.empty()
                : allGoods(amount).filter(goods -> !packs.isEachBehind(goods.end()));
    }

    private Optional<Goods> allGoods(Amount amount) {
        int next = text.afterLinks(amount.last());
        Optional<Token> beside = text.token(next).filter(token -> text.touches(next - 1));
        if (beside.isEmpty() || !isCounting(beside.get())) {
            return itemBefore(amount).or(() -> unitBefore(amount));
        }
        Token unit = beside.get();
        int start = start(amount);
        if (unit.is(Kind.ITEM)) {
            return Optional.of(new Goods(unit.code(), unit, 0, start, unit.end()));
        }
        Measure measure = unit.is(Kind.UNIT) ? measure(amount, next) : new Measure(unit, 0, next);
        int behind = text.afterLinks(measure.last());
        Optional<Token> following = text.token(behind).filter(token -> goodsMayFollow && text.touches(behind - 1));
        if (following.filter(token -> packs.isEachBehind(token.end())).isPresent()) {
            return Optional.empty();
        }
        if (unit.is(Kind.UNIT)) {
            int end = text.get(measure.last()).end();
            return following
                    .filter(token -> token.isGoods() && unit.counts(token.code()))
                    .or(() -> goodsBefore(amount, unit))
                    .or(() -> totals.goods(amount, unit))
                    .filter(token -> !token.code().equals(unit.isMeasure() ? FIREARM : WASTE))
                    .filter(token -> isReal(token, amount))
                    .map(token -> new Goods(token.code(), unit, measure.more(), start, end));
        }
        // As in "3,000 ecstasy pills".
        return following
                .filter(token -> token.is(Kind.UNIT) && isReal(unit, amount))
                .map(token -> new Goods(unit.code(), token, 0, start, token.end()));
    }

    private static boolean isCounting(Token token) {
        return token.is(Kind.UNIT) || token.is(Kind.GOODS) || token.is(Kind.ITEM);
    }

    /** The unit of an amount and the smaller ones after it: 6 kg 541 g 32 mg. */
    private Measure measure(Amount amount, int index) {
        Token unit = text.get(index);
        double more = 0;
        double smallest = unit.value();
        int last = index;
        boolean isWhole = Double.isNaN(amount.high()) && amount.value() == Math.rint(amount.value());
        if (unit.isMeasure() && text.is(index + 1, Kind.HALF) && text.touches(index)) {
            return new Measure(unit, unit.value() / 2, index + 1);
        }
        while (isWhole && unit.isMeasure()) {
            int number = text.is(last + 1, Kind.RANGE) && text.touches(last) ? last + 2 : last + 1;
            int next = number + 1;
            if (!text.is(number, Kind.NUMBER)
                    || !text.touches(number - 1)
                    || !text.is(next, Kind.UNIT)
                    || !text.touches(number)) {
                break;
            }
            Token smaller = text.get(next);
            double part = text.get(number).value() * smaller.value();
            boolean isOther = number == last + 2 && haveOwnGoods(amount, unit, next);
            if (isOther || !smaller.code().equals(unit.code()) || smaller.value() >= smallest || part >= smallest) {
                break;
            }
            more += part;
            smallest = smaller.value();
            last = next;
        }
        return new Measure(unit, more, last);
    }

    /** Whether what is counted behind "and" is something else: heroin 5 kg and 200 g of ketamine. */
    private boolean haveOwnGoods(Amount amount, Token unit, int smaller) {
        int behind = text.afterLinks(smaller);
        return text.token(behind)
                .filter(token -> goodsMayFollow && token.isGoods() && text.touches(behind - 1))
                .flatMap(token -> goodsBefore(amount, unit))
                .isPresent();
    }

    /** Goods that are their own unit before a large number, as Burmese has them: amphetamine pills 45 lakh. */
    private Optional<Goods> itemBefore(Amount amount) {
        int before = text.beforeLinks(amount.first());
        boolean isLarge = !amount.bare() || (!isYear(amount) && amount.value() >= SMALLEST_ALONE);
        return text.token(before)
                .filter(token -> token.is(Kind.ITEM) && unitsMayPrecede && isLarge && text.touches(before))
                .map(token -> new Goods(token.code(), token, 0, start(amount), end(amount)));
    }

    /** A unit before its number and goods before that, as Burmese may have them: teak tons 60. */
    private Optional<Goods> unitBefore(Amount amount) {
        return precedingUnit(amount)
                .flatMap(unit -> goodsBefore(amount, unit)
                        .map(goods -> new Goods(goods.code(), unit, 0, unit.start(), end(amount))));
    }

    /** The unit before a number, in languages that may put it there. */
    Optional<Token> precedingUnit(Amount amount) {
        int before = amount.first() - 1;
        return text.token(before)
                .filter(token -> unitsMayPrecede && token.is(Kind.UNIT) && text.touches(before) && token.isMeasure())
                .filter(token -> !text.is(before - 1, Kind.NUMBER) && !text.is(before - 1, Kind.MAGNITUDE));
    }

    private Optional<Token> goodsBefore(Amount amount, Token unit) {
        int from = start(amount);
        int reach = unit.isPack() ? Math.min(PACKED_REACH, goodsReach) : goodsReach;
        for (int i = amount.first() - 1; i >= 0 && from - text.get(i).end() <= reach; i--) {
            Token token = text.get(i);
            if (token.isGoods() && unit.counts(token.code())) {
                boolean isTheirs = text.isOneSentence(token.end(), from) && !belongsToAnother(i, amount, unit);
                return Optional.of(token).filter(goods -> isTheirs);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether goods directly follow the quantity of their own: the heroin in "5 kg of heroin, 3 kg of powder" is not the powder.
     * What is counted may also be weighed, and anything be counted again in brackets: two sachets of shabu, 5 grams (20 pieces).
     */
    private boolean belongsToAnother(int goods, Amount amount, Token unit) {
        int at = text.beforeLinks(goods);
        int number = at < 0 ? -1 : text.beforeLinks(at);
        boolean isCounted = goodsMayFollow
                && number >= 0
                && text.is(at, Kind.UNIT)
                && (text.is(number, Kind.NUMBER) || text.is(number, Kind.MAGNITUDE))
                && text.touches(at)
                && text.touches(at - 1);
        boolean isSaidAgain = text.charAt(start(amount) - 1) == '('
                || (text.beforeLinks(amount.first()) == goods && text.touches(goods));
        // A gun and six packs: the packs are of something else.
        boolean isCountedItem = goodsMayFollow
                && unit.isPack()
                && at >= 0
                && text.is(goods, Kind.ITEM)
                && text.is(at, Kind.NUMBER)
                && text.touches(at);
        if (isCountedItem) {
            return !isSaidAgain;
        }
        return isCounted && !isSaidAgain && !(unit.isMeasure() && !text.get(at).isMeasure()) && !isContent(at, unit);
    }

    /** Whether pieces are what is in the packs of an earlier unit. */
    private boolean isContent(int earlier, Token unit) {
        return unit.code().equals("piece") && text.get(earlier).isPack();
    }

    /** Whether goods are no imitation, nor said in brackets behind one: replica guns (8 rifles and 17 pistols). */
    private boolean isReal(Token goods, Amount amount) {
        if (!goods.code().equals(FIREARM)) {
            return !goods.code().equals(IMITATION);
        }
        var bracket = text.bracket(start(amount));
        if (bracket.isEmpty()) {
            return true;
        }
        int before = text.lastBefore(amount.first() - 1, bracket.getAsInt());
        return text.token(before)
                .filter(token -> token.code().equals(IMITATION))
                .isEmpty();
    }
}
