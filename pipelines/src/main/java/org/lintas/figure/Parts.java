package org.lintas.figure;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;

/** The words before and behind counted people that state their part in a case. */
final class Parts {

    /** Distance from people within which a word after them takes precedence over all others. */
    static final int BESIDE = 8;

    /** The same of one person who is not counted by a number. */
    private static final int RIGHT_BESIDE = 5;

    /** How far from people a word for their part may be, before their number and after them. */
    private static final int BEFORE_REACH = 40;

    private static final int AFTER_REACH = 24;

    /** The same in scripts without word spaces, where fewer characters say as much; Burmese has many marks. */
    private static final int UNSPACED_AFTER_REACH = 10;

    /** How far behind people a word may be that is only said of what is before it, if nothing between has a part or a number. */
    private static final int FAR = 56;

    private static final int UNSPACED_FAR = 24;

    /** How far from a word the number that it governs may be, in Khmer. */
    private static final int GOVERNED_REACH = 16;

    /** How long what is told of people between two commas, dashes or brackets may be. */
    private static final int INSERTION = 90;

    /** What stands right before those who did something, and right behind those who own something. */
    private static final Pattern AGENT =
            Pattern.compile("(?:[被遭]|ถูก|โดย|ដោយ|\\b(?:bị|bởi|by|oleh|ni))\\s*$", Pattern.CASE_INSENSITIVE);

    /** Tagalog verbs used as nouns, behind which "ng" stands before those who suffer it, not those who did it. */
    private static final Pattern DEED_NOUN = Pattern.compile("^(?:pag|ikina)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OWNER = Pattern.compile("['’]s|的");

    /** What stands right before a person to whom others belong: nine workers of a contractor. */
    private static final Pattern OF_OTHERS = Pattern.compile("\\bof\\s*$");

    private static final Pattern AUXILIARY = Pattern.compile("\\b(?:was|were|been|being|is|are)\\b");

    /** What follows a verb that tells what people did: arrested the man, not arrested the same day. */
    private static final Pattern OBJECT = Pattern.compile(
            "^ (?:the|an?|his|her|their|him|them|its|another|(?:more than|at least|up to|over|nearly) \\p{Nd})"
                    + "(?:$|\\P{L})(?!(?:same|day|next|following|previous|week|month|night|morning|short|few|little|hour|year)\\b)");

    /** What is done to somebody who then dies or is hurt: 撞死. */
    private static final Pattern DEED = Pattern.compile("[撞打刺砍杀殺斩斬击擊殴毆射毒勒掐烧燒咬踢炸]$");

    /** A mark of the passive, which stands before who did it and the verb: 被警方拘捕, bị công an bắt. */
    private static final Pattern PASSIVE = Pattern.compile("[被遭获獲]|ถูก|โดน|ຖືກ|ត្រូវ|\\b(?:bị|được)\\b");

    /** What may be between people and a word far behind them. */
    private static final Set<Kind> PASSED = Set.of(Kind.LINK, Kind.STOP, Kind.RANGE, Kind.RISE);

    /** What opens something told of people in between, and what closes it. */
    private static final String OPENING = ",–—(（";

    private static final String CLOSING = ",–—)）";

    private static final String CLAUSE_ENDS = ".,;。，；\n";

    private final TokenText text;
    private final int afterReach;
    private final boolean isBurmese;
    private final boolean isKhmer;
    private final boolean isChinese;
    private final boolean isEnglish;
    private final boolean isTagalog;

    /** Whether spaces are between parts of a sentence, not between words, and a full stop ends no sentence. */
    private final boolean isThaiOrLao;

    /**
     * What is told of people between commas, dashes or brackets, before a word for their part: five men, four of them Lao, were held.
     *
     * @param end where it ends, in UTF-16 units
     * @param part the word behind it
     */
    record Insertion(int end, Token part) {}

    Parts(Language language, TokenText text) {
        this.text = text;
        this.isBurmese = language == Language.BURMESE;
        this.isKhmer = language == Language.KHMER;
        this.isChinese = language == Language.CHINESE;
        this.isEnglish = language == Language.ENGLISH;
        this.isTagalog = language == Language.TAGALOG;
        this.isThaiOrLao = Set.of(Language.THAI, Language.LAO).contains(language);
        this.afterReach = language.script().hasWordSpaces() || isBurmese ? AFTER_REACH : UNSPACED_AFTER_REACH;
    }

    /** The verb before an amount, in the same sentence. */
    Optional<Token> before(Amount amount) {
        int from = amount.start(text);
        for (int i = amount.first() - 1; i >= 0 && from - text.get(i).end() <= BEFORE_REACH; i--) {
            Token token = text.get(i);
            if (token.is(Kind.OTHERS)) {
                return Optional.empty();
            }
            if (token.statesPartOfFollowing()) {
                return text.isOneSentence(token.end(), from) ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The verb right before an amount: arrested a man. */
    Optional<Token> beside(Amount amount) {
        int start = amount.start(text);
        return text.token(text.beforeLinks(amount.first()))
                .filter(token -> token.statesPartOfFollowing()
                        && start - token.end() <= BESIDE
                        && text.isOneSentence(token.end(), start));
    }

    /** As in "and injured 144.", where a clause ends with the number, or the next verb begins one: killed 3, injured 5. */
    Optional<Token> beforeNumber(Amount amount) {
        int end = amount.end(text);
        int next = amount.last() + 1;
        boolean isLast = endsClause(end) && !(isThaiOrLao && text.charAt(end) == '.');
        boolean isBeforeVerb = governsNext(next) && text.touches(amount.last());
        return text.token(amount.first() - 1)
                .filter(token ->
                        (isLast || isBeforeVerb) && token.statesPartOfFollowing() && text.touches(amount.first() - 1));
    }

    /** As in "suspects: three persons"; in languages that put the number last. */
    Optional<Token> nounBefore(Amount amount) {
        int before = text.beforeLinks(amount.first());
        return text.token(before).filter(token -> token.is(Kind.PART) && text.touches(before));
    }

    /** What states the part of one person right beside the word for them: arrested a man, a man was arrested; not of who did it or owns something. */
    Optional<Token> ofSingle(Amount amount, int index) {
        int end = text.get(index).end();
        String before = text.between(Math.max(0, amount.start(text) - BESIDE), amount.start(text));
        String behind = text.between(end, Math.min(text.length(), end + 2));
        if (AGENT.matcher(before).find() || OWNER.matcher(behind).lookingAt()) {
            return Optional.empty();
        }
        return beside(amount)
                .filter(verb -> !isEnglish
                        || text.between(verb.end(), amount.start(text)).isBlank())
                .filter(verb -> !isTagalog
                        || !before.endsWith(" ng ")
                        || DEED_NOUN
                                .matcher(text.between(verb.start(), verb.end()))
                                .find())
                .or(() -> near(index, amount, RIGHT_BESIDE)
                        .filter(token -> !OF_OTHERS.matcher(before).find())
                        .filter(token -> !isDone(token, text.between(end, token.start()))))
                .or(() -> insertion(end)
                        .filter(told -> !isDone(told.part, text.between(told.end, told.part.start())))
                        .map(Insertion::part));
    }

    /** Whether a verb behind one person may tell what that person did, by what is between: a man killed his wife, 一名男子撞死两名女童. */
    private boolean isDone(Token verb, String between) {
        return (isEnglish && verb.is(Kind.AROUND) && !AUXILIARY.matcher(between).find())
                || (isChinese && DEED.matcher(between).find());
    }

    /**
     * The word for the part of people behind them.
     *
     * @param index of the word for them
     */
    Optional<Token> after(int index, Amount amount) {
        Optional<Insertion> insertion = insertion(text.get(index).end());
        return insertion.isPresent()
                ? insertion.map(Insertion::part)
                : near(index, amount, afterReach).or(() -> far(index));
    }

    private Optional<Token> near(int index, Amount amount, int reach) {
        Token person = text.get(index);
        int end = person.end() + reach;
        for (int i = index + 1; i < text.size() && text.get(i).start() <= end; i++) {
            Token token = text.get(i);
            if (isAge(token)) {
                i = lastOfAge(i);
                end += text.get(i).end() - token.start();
                continue;
            }
            String between = text.between(person.end(), token.start());
            boolean isOther = token.is(Kind.NUMBER) && !token.code().equals(Token.SINGLE);
            boolean isPassive =
                    token.is(Kind.BEFORE) && PASSIVE.matcher(between).find();
            if (isOther || token.is(Kind.OTHERS) || (token.is(Kind.BEFORE) && !isPassive)) {
                return Optional.empty();
            }
            if (governsNext(i)
                    && (before(amount).isPresent() || (isThaiOrLao && !between.isEmpty()) || isDoing(i, between))) {
                return Optional.empty();
            }
            if (isPassive || token.statesPartOfPreceding()) {
                boolean isClause = text.isOneSentence(person.end(), token.start())
                        && (!between.contains(",") || (isTagalog && between.equals(", ")));
                return isClause && !isDoing(i, between) ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isAge(Token token) {
        return token.is(Kind.LABEL) && token.code().equals(Token.AGE);
    }

    /** The index of the last token of an age that begins with a word at an index: aged between 24 and 51 years. */
    private int lastOfAge(int index) {
        int last = index;
        int next = nextOfAge(last);
        while (next > last && next - index <= TokenText.MAX_AGE) {
            last = next;
            next = nextOfAge(last);
        }
        boolean isYears = text.is(last + 1, Kind.STOP) || text.is(last + 1, Kind.LABEL);
        return isYears && last > index && text.touches(last) ? last + 1 : last;
    }

    /** The index of the next number of an age, behind a word that makes it a range; the same index if there is none. */
    private int nextOfAge(int last) {
        int number = text.is(last + 1, Kind.RANGE) || text.is(last + 1, Kind.FROM) ? last + 2 : last + 1;
        return text.is(number, Kind.NUMBER) && text.isAge(number) ? number : last;
    }

    /** Whether a verb tells what the people before it did: three officers arrested the man. */
    private boolean isDoing(int verb, String between) {
        Token token = text.get(verb);
        return isEnglish && token.is(Kind.AROUND) && between.isBlank() && (governsNext(verb) || hasObject(token));
    }

    /** Whether an English verb is followed by those to whom it is done. */
    private boolean hasObject(Token verb) {
        return OBJECT.matcher(text.between(verb.end(), Math.min(text.length(), verb.end() + FAR)))
                .find();
    }

    /** A word that is only said of what is before it, further behind people, where no other people, number or verb is between. */
    private Optional<Token> far(int index) {
        int end = text.get(index).end();
        int last = end + (afterReach < AFTER_REACH ? UNSPACED_FAR : FAR);
        for (int i = index + 1; i < text.size() && text.get(i).start() <= last; i++) {
            Token token = text.get(i);
            if (isAge(token)) {
                i = lastOfAge(i);
                last += text.get(i).end() - token.start();
                continue;
            }
            String between = text.between(end, token.start());
            if (token.is(Kind.AFTER)
                    || (token.is(Kind.BEFORE) && PASSIVE.matcher(between).find())) {
                boolean isClause = text.isOneSentence(end, token.start()) && !between.contains(",");
                return isClause ? Optional.of(token) : Optional.empty();
            }
            boolean isOfTime = isBurmese && token.is(Kind.NUMBER) && text.is(i + 1, Kind.STOP) && text.touches(i);
            if (!PASSED.contains(token.kind()) && !isOfTime) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * What is told of people in between, if a word for their part follows.
     *
     * @param end behind the word for them
     */
    Optional<Insertion> insertion(int end) {
        int open = text.charAt(end) == ' ' ? end + 1 : end;
        int kind = OPENING.indexOf(text.charAt(open));
        if (kind < 0) {
            return Optional.empty();
        }
        int close = open + 1;
        while (close < text.length() && close - open <= INSERTION && text.charAt(close) != CLOSING.charAt(kind)) {
            close++;
        }
        if (close >= text.length() || close - open > INSERTION || !text.isOneSentence(open + 1, close)) {
            return Optional.empty();
        }
        int behind = close + 1;
        int verb = text.firstFrom(behind);
        while (text.is(verb, Kind.LINK) && text.touches(verb) && text.get(verb).end() - behind <= BESIDE) {
            verb++;
        }
        return text.token(verb)
                .filter(token -> token.statesPartOfPreceding()
                        && token.start() - behind <= BESIDE
                        && text.between(behind, token.start()).indexOf('\n') < 0
                        && !governsNext(text.firstFrom(token.start()))
                        && !(isEnglish && token.is(Kind.AROUND) && hasObject(token)))
                .map(token -> new Insertion(behind, token));
    }

    private boolean endsClause(int end) {
        return end >= text.length() || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0;
    }

    /**
     * Whether a word states the part of the people that the number after it counts: killed seven people and injured 144. In
     * Khmer, words for people and how badly they were hurt may be between.
     */
    private boolean governsNext(int index) {
        if (index >= text.size() || !text.get(index).statesPartOfFollowing()) {
            return false;
        }
        if (!isKhmer) {
            return text.touches(index) && text.is(index + 1, Kind.NUMBER) && !text.is(index + 2, Kind.STOP);
        }
        int next = index + 1;
        while (text.is(next, Kind.LINK) || text.is(next, Kind.PART)) {
            next++;
        }
        int end = text.get(index).end();
        return text.is(next, Kind.NUMBER)
                && text.get(next).start() - end <= GOVERNED_REACH
                && text.isOneSentence(end, text.get(next).start());
    }
}
