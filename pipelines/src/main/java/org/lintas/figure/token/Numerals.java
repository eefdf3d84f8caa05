package org.lintas.figure.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lintas.figure.token.Token.Kind;
import org.lintas.text.Language;

/**
 * Puts numbers together that are written in words, up to the hundreds of a magnitude: twenty-eight, lima belas, หนึ่งร้อยยี่สิบเอ็ด, 两百零五; and halves: two and a
 * half tonnes, half a million. Larger magnitudes are read by {@link AmountReader}.
 */
final class Numerals {

    /** Code of a word that counts only behind another number word: เอ็ด, lăm. */
    private static final String FOLLOWS = "follows";

    /** Code of a link between hundreds and what is added: linh, 零. */
    private static final String AND = "and";

    /** Code of a word for one of a magnitude: sejuta. */
    private static final String ONE = "one";

    /** Code of a word for "and" between the ends of a range. */
    private static final String BETWEEN = "between";

    private static final Token PERSON = new Token(Kind.PERSON, 0, 0, "", 1, Set.of());

    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;
    private static final double HALF = 0.5;

    /** The languages in which a magnitude alone is one of it. */
    private static final Set<Language> ALONE =
            Set.of(Language.THAI, Language.LAO, Language.KHMER, Language.TAMIL, Language.CHINESE);

    private final boolean mayStandAlone;

    /** Chinese has them only before a word for more: 百余. */
    private final boolean isChinese;

    private final String text;
    private final List<Token> tokens;

    private Numerals(Language language, String text, List<Token> tokens) {
        this.mayStandAlone = ALONE.contains(language);
        this.isChinese = language == Language.CHINESE;
        this.text = text;
        this.tokens = tokens;
    }

    /** The tokens with each such number made one; words that count only within a number are left out where they are in none. */
    static List<Token> joined(Language language, String text, List<Token> tokens) {
        return new Numerals(language, text, tokens).joined();
    }

    private List<Token> joined() {
        var joined = new ArrayList<Token>(tokens.size());
        int next = 0;
        while (next < tokens.size()) {
            Token token = tokens.get(next);
            int last = next;
            if (token.is(Kind.PERSONS)) {
                joined.add(Token.number(token.start(), token.end(), token.value()));
                joined.add(PERSON.at(token.end(), token.end()));
            } else if (token.is(Kind.NUMBER) || token.is(Kind.BOUND) || token.is(Kind.TEN)) {
                var sum = new Sum();
                last = sum.read(next);
                if (sum.counts(next, last)) {
                    joined.add(Token.number(token.start(), tokens.get(last).end(), sum.value()));
                }
            } else if (token.is(Kind.HALF)) {
                boolean isBehind = isAny(next - 1, Kind.UNIT, Kind.MAGNITUDE) && touches(next - 1);
                if (isBehind) {
                    joined.add(token);
                } else if (leadsToUnit(next)) {
                    joined.add(Token.number(token.start(), token.end(), HALF));
                }
            } else if (!token.is(Kind.TEEN)) {
                if (isOne(next)) {
                    joined.add(Token.number(token.start(), token.start(), 1));
                }
                joined.add(token);
            }
            next = last + 1;
        }
        return joined;
    }

    /** Whether a magnitude stands for one of it: sejuta, over a million, ล้านห้า. */
    private boolean isOne(int at) {
        boolean isSaid = tokens.get(at).code().equals(ONE);
        if (isSaid || !mayStandAlone || !tokens.get(at).is(Kind.MAGNITUDE)) {
            return isSaid;
        }
        int before = at - 1;
        while (isAny(before, Kind.LINK, Kind.HALF) && touches(before)) {
            before--;
        }
        boolean isCounted =
                (isAny(before, Kind.NUMBER, Kind.MAGNITUDE) || isAny(before, Kind.BOUND, Kind.TEN)) && touches(before);
        boolean isTold =
                (isAny(at - 1, Kind.LINK, Kind.GOODS) || isAny(at - 1, Kind.CURRENCY, Kind.ITEM)) && touches(at - 1);
        boolean isFirst = touches(at) && isAny(at + 1, Kind.NUMBER, Kind.TEN) && !isDigits(tokens.get(at + 1));
        boolean isMore = touches(at) && isAny(at + 1, Kind.LINK, Kind.LINK);
        return !isCounted && (isChinese ? isMore : isTold || isFirst);
    }

    private boolean isAny(int at, Kind one, Kind other) {
        return at >= 0
                && at < tokens.size()
                && (tokens.get(at).is(one) || tokens.get(at).is(other));
    }

    private boolean touches(int at) {
        return at + 1 < tokens.size() && TokenText.touch(text, tokens.get(at), tokens.get(at + 1));
    }

    private boolean leadsToUnit(int at) {
        return touches(at) && isAny(at + 1, Kind.UNIT, Kind.MAGNITUDE);
    }

    private boolean isDigits(Token number) {
        return Character.isDigit(text.charAt(number.start()));
    }

    /** The largest power of ten that a number is a multiple of: what is added to it is smaller. Ten itself takes nothing. */
    private static double granule(double value) {
        double granule = 1;
        while (value > TEN && value % (granule * TEN) == 0) {
            granule *= TEN;
        }
        return granule;
    }

    /** A number as it is read, word by word. */
    private final class Sum {

        /** Multiples of a hundred, and what they are multiples of. */
        private double hundreds;

        private double below = Double.MAX_VALUE;

        /** What is behind the hundreds, and what the next word has to be smaller than. */
        private double rest;

        private double limit = HUNDRED;

        /** The word just read, if it is one for 1 to 9; else 0. */
        private double digit;

        private double half;

        double value() {
            return hundreds + rest + half;
        }

        /** Reads as many words as are one number, from an index on; gives that of the last. */
        int read(int first) {
            Token start = tokens.get(first);
            boolean begins = !start.code().equals(FOLLOWS);
            int last = first;
            if (isDigits(start)) {
                rest = start.value();
            } else if (begins && add(start)) {
                int next = behind(last);
                while (next > 0 && add(tokens.get(next))) {
                    last = next;
                    next = behind(last);
                }
            }
            if (begins && touches(last) && isAny(last + 1, Kind.HALF, Kind.HALF)) {
                boolean areHundreds = rest == 0 && hundreds > 0;
                half = areHundreds ? below / 2 : leadsToUnit(last + 1) ? HALF : 0;
                last += half > 0 ? 1 : 0;
            }
            return last;
        }

        /** The index of the word behind one, or behind the "and" behind it; -1 if none touches it. */
        private int behind(int last) {
            if (!touches(last)) {
                return -1;
            }
            Token next = tokens.get(last + 1);
            boolean isAnd = next.code().equals(AND) || next.code().equals(BETWEEN);
            boolean mayFollow = rest == 0 && touches(last + 1) && isAny(last + 2, Kind.NUMBER, Kind.BOUND);
            return isAnd ? (mayFollow ? last + 2 : -1) : last + 1;
        }

        private boolean add(Token token) {
            return switch (token.kind()) {
                case NUMBER, BOUND -> !isDigits(token) && addNumber(token.value());
                case TEN -> addTen();
                case TEEN -> addTeen();
                case MAGNITUDE -> token.value() == HUNDRED && multiply();
                default -> false;
            };
        }

        private boolean addNumber(double value) {
            if (value >= HUNDRED) {
                if (value >= below || rest > 0) {
                    return false;
                }
                hundreds += value;
                below = granule(value);
                digit = 0;
                return true;
            }
            if (value >= limit || value >= below) {
                return false;
            }
            rest += value;
            limit = granule(value);
            digit = value < TEN ? value : 0;
            return true;
        }

        private boolean addTen() {
            if (digit == 0 && (limit <= TEN || below <= TEN)) {
                return false;
            }
            rest += digit == 0 ? TEN : digit * (TEN - 1);
            limit = TEN;
            digit = 0;
            return true;
        }

        private boolean addTeen() {
            if (digit == 0 || rest > digit) {
                return false;
            }
            rest += TEN;
            digit = 0;
            return true;
        }

        private boolean multiply() {
            if (rest == 0 || below < THOUSAND) {
                return false;
            }
            hundreds += rest * HUNDRED;
            below = HUNDRED;
            rest = 0;
            limit = HUNDRED;
            digit = 0;
            return true;
        }

        /** Whether what was read is a number, and not a word that is mostly another: one kilo is mostly what has a price. */
        boolean counts(int first, int last) {
            Token start = tokens.get(first);
            boolean isPoint = touches(last) && isAny(last + 1, Kind.POINT, Kind.POINT);
            boolean isBound = start.is(Kind.BOUND) && first == last;
            boolean areSeveral = value() > 1 && touches(last) && isAny(last + 1, Kind.PERSON, Kind.PART);
            boolean isOne = value() <= 1
                    && touches(last)
                    && isAny(last + 1, Kind.UNIT, Kind.UNIT)
                    && tokens.get(last + 1).value() <= 1;
            return !start.code().equals(FOLLOWS)
                    && (!isBound || (leadsToUnit(last) && !isOne) || areSeveral || isPoint);
        }
    }
}
