package org.lintas.figure.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lintas.figure.token.Token.Kind;
import org.lintas.text.Language;

/**
 * Puts numbers together that are written in words, up to the hundreds of a magnitude: twenty-eight, lima belas, หนึ่งร้อยยี่สิบเอ็ด, 两百零五; and halves: two and a
 * half tonnes, half a million. Larger magnitudes stay words of their own.
 */
final class Numerals {

    /** Code of a word that counts only behind another number word: เอ็ด, lăm. */
    private static final String FOLLOWS = "follows";

    /** Code of a link between hundreds and what is added: linh, 零. */
    private static final String AND = "and";

    /** Code of a word for ten that is not multiplied by what is before it: mười. */
    private static final String ALONE = "alone";

    /** Code of a word for one of a magnitude: sejuta. */
    private static final String ONE = "one";

    private static final Token PERSON = new Token(Kind.PERSON, 0, 0, "", 1, Set.of());

    /** What makes a Chinese magnitude behind it some of them: 数万. */
    private static final String VAGUE = "数數几幾好上十";

    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;
    private static final double HALF = 0.5;

    /** The languages in which a magnitude alone is one of it. */
    private static final Set<Language> WITHOUT_ONE =
            Set.of(Language.THAI, Language.LAO, Language.KHMER, Language.TAMIL, Language.CHINESE);

    private final boolean mayStandAlone;

    /** Chinese has them only beside a word for about or more: 百余, 近百. */
    private final boolean isChinese;

    private final boolean isBurmese;
    private final boolean addsByAnd;

    private final String text;
    private final List<Token> tokens;

    private Numerals(Language language, String text, List<Token> tokens) {
        this.mayStandAlone = WITHOUT_ONE.contains(language);
        this.isChinese = language == Language.CHINESE;
        this.addsByAnd = Vocabulary.addsByAnd(language);
        this.isBurmese = language == Language.BURMESE;
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
                Token number = Token.number(token.start(), token.end(), token.value());
                joined.add(token.value() == 1 ? number.withCode(Token.SINGLE) : number);
                joined.add(PERSON.withCode(token.code()).at(token.end(), token.end()));
            } else if (isSingle(next)) {
                joined.add(Token.number(token.start(), token.end(), 1).withCode(Token.SINGLE));
            } else if (token.is(Kind.NUMBER) || token.is(Kind.BOUND) || token.is(Kind.TEN)) {
                var sum = new Sum();
                last = sum.read(next);
                if (sum.counts(next, last)) {
                    joined.add(Token.number(token.start(), tokens.get(last).end(), sum.value()));
                }
            } else if (token.is(Kind.HALF)) {
                boolean isBehind = isAny(next - 1, Kind.UNIT, Kind.MAGNITUDE) && touches(next - 1);
                if (isBehind && !token.code().equals(Token.BEFORE)) {
                    joined.add(token);
                } else if (leadsToUnit(next) && !token.code().equals(Token.BEHIND)) {
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

    /** Whether a word for one, which is mostly an article, is said of a person: seorang lelaki. */
    private boolean isSingle(int at) {
        return tokens.get(at).is(Kind.BOUND)
                && tokens.get(at).value() == 1
                && !(touches(at - 1) && isWordOfNumber(at - 1))
                && touches(at)
                && isAny(at + 1, Kind.PERSON, Kind.PART);
    }

    private boolean isWordOfNumber(int at) {
        return isAny(at, Kind.NUMBER, Kind.BOUND, Kind.MAGNITUDE, Kind.TEN) && !isDigits(tokens.get(at));
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
        boolean isCounted = isAny(before, Kind.NUMBER, Kind.MAGNITUDE, Kind.BOUND, Kind.TEN) && touches(before);
        boolean isTold = isAny(at - 1, Kind.LINK, Kind.GOODS, Kind.CURRENCY, Kind.ITEM) && touches(at - 1);
        boolean isFirst = touches(at) && isAny(at + 1, Kind.NUMBER, Kind.TEN) && !isDigits(tokens.get(at + 1));
        int start = tokens.get(at).start();
        boolean isVague = start > 0 && VAGUE.indexOf(text.charAt(start - 1)) >= 0;
        boolean isMarked = (touches(at) && isAny(at + 1, Kind.LINK)) || (touches(at - 1) && isAny(at - 1, Kind.LINK));
        return !isCounted && (isChinese ? isMarked && !isVague : isTold || isFirst);
    }

    private boolean isAny(int at, Kind... kinds) {
        for (Kind kind : kinds) {
            if (at >= 0 && at < tokens.size() && tokens.get(at).is(kind)) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(int at) {
        return at >= 0 && at + 1 < tokens.size() && TokenText.touch(text, tokens.get(at), tokens.get(at + 1));
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
            } else if (begins && add(first, false)) {
                int next = behind(last);
                while (next > 0 && add(next, next > last + 1)) {
                    last = next;
                    next = behind(last);
                }
            }
            boolean isHalf = begins && touches(last) && isAny(last + 1, Kind.HALF);
            if (isHalf && !tokens.get(last + 1).code().equals(Token.BEFORE)) {
                boolean areHundreds = rest == 0 && hundreds > 0;
                half = areHundreds ? below / 2 : leadsToUnit(last + 1) ? HALF : 0;
                last += half > 0 ? 1 : 0;
            }
            return last;
        }

        /** The index of the word behind one, or behind the "and" behind it; -1 if none touches it, or it is of another number. */
        private int behind(int last) {
            if (!touches(last)) {
                return -1;
            }
            Token next = tokens.get(last + 1);
            boolean isAnd = next.code().equals(AND) || (addsByAnd && next.code().equals(Token.BETWEEN));
            if (isAnd) {
                boolean mayFollow =
                        rest == 0 && touches(last + 1) && isAny(last + 2, Kind.NUMBER, Kind.BOUND, Kind.TEN);
                return mayFollow ? last + 2 : -1;
            }
            return isOfUnit(last) ? -1 : last + 1;
        }

        /** Whether the word behind one is not its part but of the unit that a hyphen ties it to: twenty one-kilo bags. */
        private boolean isOfUnit(int last) {
            Token next = tokens.get(last + 1);
            boolean isApart = next.start() > tokens.get(last).end() && text.charAt(next.start() - 1) == ' ';
            return isApart && isAny(last + 2, Kind.UNIT) && text.startsWith("-", next.end());
        }

        private boolean add(int at, boolean isBehindAnd) {
            Token token = tokens.get(at);
            return switch (token.kind()) {
                case NUMBER, BOUND -> !isDigits(token) && !isOfNext(at) && addNumber(at, isBehindAnd);
                case TEN -> addTen(token.code().equals(ALONE));
                case TEEN -> addTeen();
                case MAGNITUDE -> token.value() == HUNDRED && multiply();
                default -> false;
            };
        }

        /** Whether a word is multiplied by one that this number has already: two hundred (and) three hundred, สี่สิบห้าสิบ. */
        private boolean isOfNext(int at) {
            boolean hasHundred = hundreds > 0
                    && touches(at)
                    && isAny(at + 1, Kind.MAGNITUDE)
                    && tokens.get(at + 1).value() == HUNDRED;
            boolean hasTen = rest > 0
                    && touches(at)
                    && isAny(at + 1, Kind.TEN)
                    && !tokens.get(at + 1).code().equals(ALONE);
            return hasHundred || hasTen;
        }

        private boolean addNumber(int at, boolean isBehindAnd) {
            double value = tokens.get(at).value();
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
            boolean isTenth = isChinese
                    && !isBehindAnd
                    && value < TEN
                    && below == HUNDRED
                    && rest == 0
                    && !isAny(at + 1, Kind.TEN);
            rest += isTenth ? value * TEN : value;
            limit = isTenth ? 0 : granule(value);
            digit = value < TEN && !isTenth ? value : 0;
            return true;
        }

        private boolean addTen(boolean isAlone) {
            if (digit == 0 ? limit <= TEN || below <= TEN : isAlone) {
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
            boolean isBound = start.is(Kind.BOUND) && first == last;
            boolean isPoint = touches(last) && isAny(last + 1, Kind.POINT);
            // The word for two is mostly a year, and a space is before a title: in 2020 U Kyaw.
            boolean isJoined = last + 1 < tokens.size()
                    && tokens.get(last).end() == tokens.get(last + 1).start();
            boolean arePeople = isBurmese
                    && value() > 1
                    && (value() == 2 ? isJoined : touches(last))
                    && isAny(last + 1, Kind.PERSON, Kind.PART);
            boolean isOfOne = value() <= 1
                    && touches(last)
                    && isAny(last + 1, Kind.UNIT)
                    && tokens.get(last + 1).value() <= 1;
            return !start.code().equals(FOLLOWS)
                    && (!isBound || (leadsToUnit(last) && !isOfOne) || arePeople || isPoint);
        }
    }
}
