package org.lintas.figure;

import java.util.List;
import java.util.Optional;
import org.lintas.figure.Token.Kind;
import org.lintas.text.Language;

/** What stands around an amount: its currency, its unit and goods, the people it counts and their part. */
final class Clause {

    /** What ends a sentence, wherever it stands. */
    private static final String STOPS = "\n!?;。！？；។၊။";

    /** How far from a number, in UTF-16 units, the goods before it may stand. */
    private static final int GOODS_REACH = 40;

    /** How far from a number the people that it counts may stand: three words such as "suspected gang members". */
    private static final int PEOPLE_REACH = 28;

    /** How far from people a word that tells their part may stand, before their number and after them. */
    private static final int BEFORE_REACH = 40;

    private static final int AFTER_REACH = 24;

    private final String text;
    private final List<Token> tokens;
    private final boolean spaced;

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

    Clause(Language language, String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.spaced = language.script().hasWordSpaces();
    }

    int start(Amount amount) {
        return tokens.get(amount.first()).start();
    }

    int end(Amount amount) {
        return tokens.get(amount.last()).end();
    }

    Optional<Token> currencyBefore(Amount amount) {
        return token(amount.first() - 1).filter(token -> token.is(Kind.CURRENCY) && isPrefix(token, start(amount)));
    }

    private boolean isPrefix(Token currency, int at) {
        String gap = text.substring(currency.end(), Math.max(at, currency.end()));
        return gap.isEmpty() || gap.equals(" ") || gap.equals("\u00A0") || gap.equals(".") || gap.equals(". ");
    }

    Optional<Token> currencyAfter(Amount amount) {
        int next = afterLinks(amount.last());
        return token(next).filter(token -> token.is(Kind.CURRENCY) && touches(next - 1));
    }

    /** The unit beside an amount with goods right behind it, else before it; or goods that are their own unit. */
    Optional<Goods> goods(Amount amount) {
        int next = afterLinks(amount.last());
        Optional<Token> beside = token(next).filter(token -> touches(next - 1));
        if (beside.isEmpty()) {
            return Optional.empty();
        }
        Token unit = beside.get();
        if (unit.is(Kind.ITEM)) {
            return Optional.of(new Goods(unit.code(), unit));
        }
        int behind = afterLinks(next);
        Optional<Token> following = token(behind).filter(token -> touches(behind - 1));
        if (unit.is(Kind.UNIT)) {
            return following
                    .filter(token -> token.is(Kind.GOODS) || token.is(Kind.ITEM))
                    .or(() -> goodsBefore(amount))
                    .map(token -> new Goods(token.code(), unit));
        }
        // As in "3,000 ecstasy pills".
        return unit.is(Kind.GOODS)
                ? following.filter(token -> token.is(Kind.UNIT)).map(token -> new Goods(unit.code(), token))
                : Optional.empty();
    }

    private Optional<Token> goodsBefore(Amount amount) {
        int from = start(amount);
        for (int i = amount.first() - 1; i >= 0 && from - tokens.get(i).end() <= GOODS_REACH; i--) {
            Token token = tokens.get(i);
            if ((token.is(Kind.GOODS) || token.is(Kind.ITEM)) && isOneSentence(token.end(), from)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** The people beside an amount, if their part is told. */
    Optional<People> people(Amount amount) {
        int index = counted(amount);
        if (index < 0) {
            return token(amount.last() + 1)
                    .filter(token -> token.tellsWhatPrecedes() && spaced && isGapOf(amount, token, 6))
                    .map(token -> new People(token.code(), end(amount)));
        }
        Token person = tokens.get(index);
        Optional<Token> after = partAfter(index);
        if (after.isPresent() && after.get().start() - person.end() <= 3) {
            return Optional.of(new People(after.get().code(), person.end()));
        }
        return partBefore(amount)
                .or(() -> after)
                .or(() -> Optional.of(person).filter(token -> token.is(Kind.PART)))
                .or(() -> nounBefore(amount))
                .map(token -> new People(token.code(), person.end()));
    }

    /** The word for people that follows an amount; of several the last: three persons, suspects. -1 if there is none. */
    private int counted(Amount amount) {
        int counted = -1;
        for (int i = amount.last() + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean isPeople = token.is(Kind.PERSON) || token.is(Kind.PART);
            boolean isNear = counted < 0
                    ? isGapOf(amount, token, PEOPLE_REACH)
                    : tokens.get(counted).is(Kind.PERSON)
                            && token.start() - tokens.get(counted).end() <= 1;
            if (isNear && isPeople) {
                counted = i;
            } else if (!isNear || counted >= 0 || !token.is(Kind.LINK)) {
                break;
            }
        }
        return counted;
    }

    /** Whether nothing but a few words stands between an amount and a token. */
    private boolean isGapOf(Amount amount, Token token, int reach) {
        int from = end(amount);
        int allowed = spaced ? reach : Math.min(reach, 4);
        if (token.start() - from > allowed) {
            return false;
        }
        for (int i = from; i < token.start(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c) && c != ' ' && c != '\u00A0' && c != '-' && c != '\'' && c != '’') {
                return Character.getType(c) == Character.NON_SPACING_MARK;
            }
        }
        return true;
    }

    private Optional<Token> partBefore(Amount amount) {
        int from = start(amount);
        for (int i = amount.first() - 1; i >= 0 && from - tokens.get(i).end() <= BEFORE_REACH; i--) {
            Token token = tokens.get(i);
            if (token.tellsWhatFollows()) {
                return isOneSentence(token.end(), from) ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** As in "suspects: three persons"; languages that put the number behind. */
    private Optional<Token> nounBefore(Amount amount) {
        return token(beforeLinks(amount.first()))
                .filter(token -> token.is(Kind.PART) && start(amount) - token.end() <= AFTER_REACH);
    }

    private Optional<Token> partAfter(int index) {
        Token person = tokens.get(index);
        for (int i = index + 1; i < tokens.size() && tokens.get(i).start() - person.end() <= AFTER_REACH; i++) {
            Token token = tokens.get(i);
            if (token.is(Kind.NUMBER) || token.is(Kind.BEFORE)) {
                return Optional.empty();
            }
            if (token.tellsWhatPrecedes()) {
                boolean isClause = isOneSentence(person.end(), token.start())
                        && !text.substring(person.end(), token.start()).contains(",");
                return isClause ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isOneSentence(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isFullStop =
                    c == '.' && i + 1 < to && text.charAt(i + 1) == ' ' && i > 1 && text.charAt(i - 2) != '.';
            if (STOPS.indexOf(c) >= 0 || isFullStop) {
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
        while (at >= 0 && tokens.get(at).is(Kind.LINK)) {
            at--;
        }
        return at;
    }

    /** Whether a token touches the next one. */
    private boolean touches(int index) {
        return index + 1 < tokens.size() && Amount.touches(text, tokens.get(index), tokens.get(index + 1));
    }

    private Optional<Token> token(int index) {
        return index >= 0 && index < tokens.size() ? Optional.of(tokens.get(index)) : Optional.empty();
    }
}
