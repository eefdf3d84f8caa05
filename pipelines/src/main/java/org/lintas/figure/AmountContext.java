package org.lintas.figure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lintas.figure.Token.Kind;
import org.lintas.text.Language;

/** The context of an amount: its currency, its unit and goods, the people that it counts and their part in the case. */
final class AmountContext {

    /** Characters that always end a sentence. */
    private static final String STOPS = "\n!?;。！？；។။";

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

    /** Distance from people within which a word after them takes precedence over all others. */
    private static final int BESIDE = 8;

    /** How far from a number the people that it counts may be: three words such as "suspected gang members". */
    private static final int PEOPLE_REACH = 28;

    /** How far from people a word for their part may be, before their number and after them. */
    private static final int BEFORE_REACH = 40;

    private static final int AFTER_REACH = 24;

    /** The same in scripts without word spaces, where fewer characters say as much; Burmese has many marks. */
    private static final int UNSPACED_AFTER_REACH = 10;

    private static final String CLAUSE_ENDS = ".,;。，；\n";

    private static final double FIRST_YEAR = 1900;
    private static final double LAST_YEAR = 2100;

    private final String text;
    private final List<Token> tokens;
    private final int afterReach;

    /** What ends the part of a sentence that an amount is in. */
    private final String clauseStops;

    /** Whether adjectives, which no table can list, may be between a number and the people that it counts. */
    private final boolean adjectivesComeFirst;

    /** How far before a number its goods may be. */
    private final int goodsReach;

    /** Whether goods that are their own unit may stand before their number. */
    private final boolean itemsMayPrecede;

    /** Whether goods may follow their quantity: two kilos of rice. */
    private final boolean goodsMayFollow;

    /**
     * The goods that an amount counts.
     *
     * @param code what they are
     * @param unit what they are counted in, or the goods themselves
     */
    record Goods(String code, Token unit) {}

    /**
     * The people that an amount counts.
     *
     * @param code their part
     * @param end behind the word for them
     */
    record People(String code, int end) {}

    AmountContext(Language language, String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        boolean isLong = language.script().hasWordSpaces() || language == Language.BURMESE;
        this.afterReach = isLong ? AFTER_REACH : UNSPACED_AFTER_REACH;
        this.itemsMayPrecede = language == Language.BURMESE;
        this.goodsReach = language == Language.CHINESE ? CHINESE_REACH : GOODS_REACH;
        this.clauseStops = language == Language.CHINESE || language == Language.BURMESE ? STOPS + "，、၊" : STOPS;
        this.adjectivesComeFirst = language == Language.ENGLISH;
        this.goodsMayFollow = !Set.of(Language.THAI, Language.KHMER, Language.LAO, Language.BURMESE)
                .contains(language);
    }

    int start(Amount amount) {
        return tokens.get(amount.first()).start();
    }

    int end(Amount amount) {
        return tokens.get(amount.last()).end();
    }

    /** Whether the number is part of a name, as of a year or a section. */
    boolean isName(Amount amount) {
        return token(amount.first() - 1)
                .filter(token -> token.is(Kind.LABEL) && touches(amount.first() - 1))
                .isPresent();
    }

    Optional<Token> currencyBefore(Amount amount) {
        return token(amount.first() - 1).filter(token -> token.is(Kind.CURRENCY) && isPrefix(token, start(amount)));
    }

    /** A currency in lower case has to follow its amount: "won three" is not Korean money; so has 元, which ends names. */
    private boolean isPrefix(Token currency, int at) {
        boolean isName = Character.isIdeographic(text.charAt(currency.start()))
                && currency.code().isEmpty();
        if (Character.isLowerCase(text.charAt(currency.start())) || isName) {
            return false;
        }
        String gap = text.substring(currency.end(), Math.max(at, currency.end()));
        return gap.isEmpty() || gap.equals(" ") || gap.equals("\u00A0") || gap.equals(".") || gap.equals(". ");
    }

    /** Whether the currency after a number is its own and the one before it what it is the price of: one dollar 3,300 kyats. */
    boolean isRate() {
        return itemsMayPrecede;
    }

    Optional<Token> currencyAfter(Amount amount) {
        int next = afterLinks(amount.last());
        return token(next).filter(token -> token.is(Kind.CURRENCY) && touches(next - 1));
    }

    /** The unit next to an amount with goods directly after it, else before it; or goods that are their own unit. */
    Optional<Goods> goods(Amount amount) {
        int next = afterLinks(amount.last());
        Optional<Token> beside = token(next).filter(token -> touches(next - 1));
        if (beside.isEmpty()) {
            return itemBefore(amount);
        }
        Token unit = beside.get();
        if (unit.is(Kind.ITEM)) {
            return Optional.of(new Goods(unit.code(), unit));
        }
        int behind = afterLinks(next);
        Optional<Token> following = token(behind).filter(token -> goodsMayFollow && touches(behind - 1));
        if (unit.is(Kind.UNIT)) {
            return following
                    .filter(token -> areGoods(token) && unit.counts(token.code()))
                    .or(() -> goodsBefore(amount, unit))
                    .filter(token -> !token.code().equals(isMeasured(unit) ? FIREARM : WASTE))
                    .map(token -> new Goods(token.code(), unit));
        }
        // As in "3,000 ecstasy pills".
        return unit.is(Kind.GOODS)
                ? following.filter(token -> token.is(Kind.UNIT)).map(token -> new Goods(unit.code(), token))
                : Optional.empty();
    }

    /** Goods that are their own unit before a large number, as Burmese has them: amphetamine pills 45 lakh. */
    private Optional<Goods> itemBefore(Amount amount) {
        int before = beforeLinks(amount.first());
        boolean isLarge = !amount.bare() || (isCount(amount) && amount.value() >= SMALLEST_ALONE);
        return token(before)
                .filter(token -> token.is(Kind.ITEM) && itemsMayPrecede && isLarge && touches(before))
                .map(token -> new Goods(token.code(), token));
    }

    private Optional<Token> goodsBefore(Amount amount, Token unit) {
        int from = start(amount);
        int reach = unit.code().equals("pack") ? Math.min(PACKED_REACH, goodsReach) : goodsReach;
        for (int i = amount.first() - 1; i >= 0 && from - tokens.get(i).end() <= reach; i--) {
            Token token = tokens.get(i);
            if (areGoods(token) && unit.counts(token.code())) {
                boolean isTheirs = isOneSentence(token.end(), from) && !belongsToAnother(i, amount, unit);
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
        int at = beforeLinks(goods);
        int number = at < 0 ? -1 : beforeLinks(at);
        boolean isCounted = goodsMayFollow
                && number >= 0
                && tokens.get(at).is(Kind.UNIT)
                && (tokens.get(number).is(Kind.NUMBER) || tokens.get(number).is(Kind.MAGNITUDE))
                && touches(at)
                && touches(at - 1);
        boolean isSaidAgain =
                text.startsWith("(", start(amount) - 1) || (beforeLinks(amount.first()) == goods && touches(goods));
        return isCounted && !isSaidAgain && !(isMeasured(unit) && !isMeasured(tokens.get(at))) && !isContent(at, unit);
    }

    /** Whether pieces are what is in the packs of an earlier unit. */
    private boolean isContent(int earlier, Token unit) {
        return unit.code().equals("piece") && tokens.get(earlier).code().equals("pack");
    }

    private static boolean areGoods(Token token) {
        return token.is(Kind.GOODS) || token.is(Kind.ITEM);
    }

    /** Whether a unit is one of weight or volume. */
    private static boolean isMeasured(Token unit) {
        return !unit.code().equals("piece") && !unit.code().equals("pack");
    }

    /** The people next to an amount, if their part is stated. */
    Optional<People> people(Amount amount) {
        int index = counted(amount);
        if (index < 0) {
            int next = afterLinks(amount.last());
            return token(next)
                    .filter(token -> token.statesPartOfPreceding() && touches(next - 1))
                    .or(() -> verbBefore(amount))
                    .filter(token -> isCount(amount) && (!itemsMayPrecede || amount.bare()))
                    .map(token -> new People(token.code(), end(amount)));
        }
        Token person = tokens.get(index);
        Optional<Token> after = partAfter(index, amount);
        if (after.isPresent() && after.get().start() - person.end() <= BESIDE) {
            return Optional.of(new People(after.get().code(), person.end()));
        }
        return partBefore(amount)
                .or(() -> after)
                .filter(part -> !(part.code().equals("rescued") && person.code().equals("suspect")))
                .or(() -> Optional.of(person).filter(token -> token.is(Kind.PART)))
                .or(() -> nounBefore(amount))
                .map(token -> new People(token.code(), person.end()));
    }

    /** The word for people that follows an amount; of several the last: three persons, suspects. -1 if there is none. */
    private int counted(Amount amount) {
        int next = afterLinks(amount.last());
        boolean isListed = text.startsWith("-", end(amount));
        if (!isPeople(next)
                || isListed
                || !(touches(next - 1) || areAdjectives(tokens.get(next - 1), tokens.get(next)))) {
            return -1;
        }
        boolean isFollowed = tokens.get(next).is(Kind.PERSON) && isPeople(next + 1) && touches(next);
        return isFollowed ? next + 1 : next;
    }

    private boolean isPeople(int index) {
        return token(index)
                .filter(token -> token.is(Kind.PERSON) || token.is(Kind.PART))
                .isPresent();
    }

    /** Whether only a few words are between two tokens. */
    private boolean areAdjectives(Token left, Token right) {
        return adjectivesComeFirst
                && right.start() - left.end() <= PEOPLE_REACH
                && text.substring(left.end(), right.start())
                        .chars()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-' || c == '\'' || c == '’');
    }

    private Optional<Token> partBefore(Amount amount) {
        int from = start(amount);
        for (int i = amount.first() - 1; i >= 0 && from - tokens.get(i).end() <= BEFORE_REACH; i--) {
            Token token = tokens.get(i);
            if (token.statesPartOfFollowing()) {
                return isOneSentence(token.end(), from) ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** As in "and injured 144.", where a clause ends with the number. */
    private Optional<Token> verbBefore(Amount amount) {
        int end = end(amount);
        boolean endsClause = end == text.length() || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0;
        return token(amount.first() - 1)
                .filter(token -> endsClause && token.statesPartOfFollowing() && touches(amount.first() - 1));
    }

    /** As in "suspects: three persons"; in languages that put the number last. */
    private Optional<Token> nounBefore(Amount amount) {
        int before = beforeLinks(amount.first());
        return token(before).filter(token -> token.is(Kind.PART) && touches(before));
    }

    private Optional<Token> partAfter(int index, Amount amount) {
        Token person = tokens.get(index);
        for (int i = index + 1; i < tokens.size() && tokens.get(i).start() - person.end() <= afterReach; i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.NUMBER) || token.is(Kind.BEFORE)) {
                return Optional.empty();
            }
            if (governsNext(i) && partBefore(amount).isPresent()) {
                return Optional.empty();
            }
            if (token.statesPartOfPreceding()) {
                boolean isClause = isOneSentence(person.end(), token.start())
                        && !text.substring(person.end(), token.start()).contains(",");
                return isClause ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a word states the part of the people that the number after it counts: killed seven people and injured 144. */
    private boolean governsNext(int index) {
        return tokens.get(index).statesPartOfFollowing()
                && touches(index)
                && tokens.get(index + 1).is(Kind.NUMBER);
    }

    private boolean isOneSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isFullStop =
                    c == '.' && i + 1 < to && text.charAt(i + 1) == ' ' && i > 1 && text.charAt(i - 2) != '.';
            if (clauseStops.indexOf(c) >= 0 || isFullStop) {
                return false;
            }
        }
        return true;
    }

    private int afterLinks(int index) {
        int at = index + 1;
        while (at < tokens.size() && tokens.get(at).is(Kind.LINK) && touches(at - 1)) {
            at++;
        }
        return at;
    }

    private int beforeLinks(int index) {
        int at = index - 1;
        while (at >= 0 && tokens.get(at).is(Kind.LINK) && touches(at)) {
            at--;
        }
        return at;
    }

    /** Whether an amount may count people without a word for them: digits that are no year. */
    private boolean isCount(Amount amount) {
        boolean isYear = amount.bare() && amount.value() >= FIRST_YEAR && amount.value() <= LAST_YEAR;
        return Character.isDigit(text.charAt(start(amount))) && !isYear;
    }

    /** Whether a token touches the next one. */
    private boolean touches(int index) {
        return index + 1 < tokens.size() && Amount.touches(text, tokens.get(index), tokens.get(index + 1));
    }

    private Optional<Token> token(int index) {
        return index >= 0 && index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }
}
