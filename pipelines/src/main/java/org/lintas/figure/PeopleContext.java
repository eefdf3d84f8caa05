package org.lintas.figure;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.lintas.figure.token.Token;
import org.lintas.figure.token.Token.Kind;
import org.lintas.figure.token.TokenText;
import org.lintas.text.Language;

/** The people that an amount counts and their part in the case. */
final class PeopleContext {

    /** Distance from people within which a word after them takes precedence over all others. */
    private static final int BESIDE = 8;

    /** The same of one person who is not counted by a number. */
    private static final int RIGHT_BESIDE = 5;

    /** How far from a number the people that it counts may be: three words such as "suspected gang members". */
    private static final int PEOPLE_REACH = 28;

    /** How far from people a word for their part may be, before their number and after them. */
    private static final int BEFORE_REACH = 40;

    private static final int AFTER_REACH = 24;

    /** The same in scripts without word spaces, where fewer characters say as much; Burmese has many marks. */
    private static final int UNSPACED_AFTER_REACH = 10;

    /** How far from people a bracket that tells who they are may open, and how far from a word the number that it governs. */
    private static final int BRACKET_REACH = 12;

    private static final int GOVERNED_REACH = 16;

    /** How far behind people told apart in a bracket a word for their part may be. */
    private static final int TOLD_REACH = 60;

    /** What stands right before those who did something, and right behind those who own something. */
    private static final Pattern AGENT =
            Pattern.compile("(?:[被遭]|ถูก|โดย|ដោយ|\\b(?:bị|bởi|by|oleh|ni))\\s*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern AUXILIARY = Pattern.compile("\\b(?:was|were|been|being|is|are)\\b");

    /** What is done to somebody who then dies or is hurt: 撞死. */
    private static final Pattern DEED = Pattern.compile("[撞打刺砍杀殺斩斬击擊殴毆射毒勒掐烧燒咬踢炸]$");

    private static final Pattern OWNER = Pattern.compile("['’]s|的");

    private static final String CLAUSE_ENDS = ".,;。，；\n";

    private final TokenText text;
    private final Sexes sexes;
    private final int afterReach;

    /** Whether adjectives, which no table can list, may be between a number and the people that it counts. */
    private final boolean adjectivesComeFirst;

    private final boolean isBurmese;
    private final boolean isKhmer;
    private final boolean isChinese;

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
        this.sexes = new Sexes(language, text);
        this.isBurmese = language == Language.BURMESE;
        this.isKhmer = language == Language.KHMER;
        this.isChinese = language == Language.CHINESE;
        this.afterReach = language.script().hasWordSpaces() || isBurmese ? AFTER_REACH : UNSPACED_AFTER_REACH;
        this.adjectivesComeFirst = language == Language.ENGLISH;
    }

    /** The people next to an amount, if their part is stated. */
    Optional<People> people(Amount amount) {
        if (isChange(amount) || isOfUnitBefore(amount) || isPartOfTotal(amount)) {
            return Optional.empty();
        }
        int index = counted(amount);
        if (index < 0) {
            int next = text.afterLinks(amount.last());
            return text.token(next)
                    .filter(token -> token.statesPartOfPreceding() && text.touches(next - 1) && !isNamed(amount))
                    .or(() -> verbBefore(amount))
                    .filter(token -> isCount(amount) && (!isBurmese || amount.bare()))
                    .map(token -> new People(token.code(), 0, amount.end(text)));
        }
        Token person = text.get(index);
        Sexes.Others others = together(amount, index);
        int end = text.get(others.last()).end();
        if (others.more() == 0 && text.get(amount.first()).code().equals(Token.SINGLE)) {
            return partOfSingle(amount, index).map(part -> new People(part.code(), 0, end));
        }
        Optional<Token> after = partAfter(others.last(), amount);
        if (after.isPresent() && after.get().start() - end <= BESIDE) {
            return Optional.of(new People(after.get().code(), others.more(), end));
        }
        return partBefore(amount)
                .or(() -> after)
                .filter(part -> !(part.code().equals("rescued") && person.code().equals("suspect")))
                .filter(part ->
                        !(part.code().equals("arrested") && person.code().equals("victim")))
                .or(() -> Optional.of(person).filter(token -> token.is(Kind.PART)))
                .or(() -> nounBefore(amount))
                .map(token -> new People(token.code(), others.more(), end));
    }

    /** The people of the other sex who are counted with an amount, unless their part is another: arrested two men and a woman was killed. */
    private Sexes.Others together(Amount amount, int index) {
        Sexes.Others others = sexes.behind(amount, index);
        boolean isOther = others.more() > 0
                && partAfter(others.last(), amount)
                        .filter(part -> verbBeside(amount)
                                .filter(verb -> !verb.code().equals(part.code()))
                                .isPresent())
                        .isPresent();
        return isOther ? new Sexes.Others(0, index) : others;
    }

    /** The verb right before an amount: arrested a man. */
    private Optional<Token> verbBeside(Amount amount) {
        int start = amount.start(text);
        return text.token(text.beforeLinks(amount.first()))
                .filter(token -> token.statesPartOfFollowing()
                        && start - token.end() <= BESIDE
                        && text.isOneSentence(token.end(), start));
    }

    /** What states the part of one person right beside the word for them: arrested a man, a man was arrested; not of who did it or owns something. */
    private Optional<Token> partOfSingle(Amount amount, int index) {
        int end = text.get(index).end();
        String before = text.between(Math.max(0, amount.start(text) - BESIDE), amount.start(text));
        String behind = text.between(end, Math.min(text.length(), end + 2));
        if (AGENT.matcher(before).find() || OWNER.matcher(behind).lookingAt()) {
            return Optional.empty();
        }
        return verbBeside(amount)
                .or(() -> partAfter(index, amount)
                        .filter(token -> token.start() - end <= RIGHT_BESIDE)
                        .filter(token -> !isDone(token, text.between(end, token.start()))));
    }

    /** Whether a verb behind one person may tell what that person did, by what is between: a man killed his wife, 一名男子撞死两名女童. */
    private boolean isDone(Token verb, String between) {
        boolean isEnglish = adjectivesComeFirst;
        return (isEnglish && verb.is(Kind.AROUND) && !AUXILIARY.matcher(between).find())
                || (isChinese && DEED.matcher(between).find());
    }

    private boolean endsClause(int end) {
        return end >= text.length() || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0;
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
        int number = countedAt(before);
        return number >= 0 && isBeside(text.get(before).end(), from) && !isToldOf(before + 1, amount);
    }

    /** Whether people are those of the year before, as in tables of Khmer police: injured 1,722 persons / 867 persons. */
    private boolean isOfYearBefore(Amount amount) {
        int before = amount.first() - 1;
        return isPeople(before)
                && text.between(text.get(before).end(), amount.start(text))
                        .strip()
                        .equals("/");
    }

    /** Whether a bracket opens next to people, or next to one that has told who they are. */
    private boolean isBeside(int end, int bracket) {
        String gap = text.between(end, bracket);
        return gap.length() <= BRACKET_REACH && gap.strip().matches("[)）]|[^)）,，、;]*");
    }

    /** The index of the number of people whose word is at an index; -1 if there is none. */
    private int countedAt(int index) {
        int at = index;
        while (isPeople(at) && at > 0) {
            at--;
        }
        while (text.is(at, Kind.LINK) && at > 0) {
            at--;
        }
        return at < index && text.is(at, Kind.NUMBER) ? at : -1;
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

    /** The word for people that follows an amount; of several the last: three persons, suspects. -1 if there is none. */
    private int counted(Amount amount) {
        int next = text.afterLinks(amount.last());
        boolean isListed = text.charAt(amount.end(text)) == '-';
        if (!isPeople(next)
                || isListed
                || !(text.touches(next - 1) || areAdjectives(text.get(next - 1), text.get(next)))) {
            return -1;
        }
        boolean isFollowed = text.is(next, Kind.PERSON) && isPeople(next + 1) && text.touches(next);
        return isFollowed ? next + 1 : next;
    }

    private boolean isPeople(int index) {
        return text.is(index, Kind.PERSON) || text.is(index, Kind.PART);
    }

    /** Whether only a few words are between two tokens. */
    private boolean areAdjectives(Token left, Token right) {
        return adjectivesComeFirst
                && right.start() - left.end() <= PEOPLE_REACH
                && text.between(left.end(), right.start())
                        .chars()
                        .allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-' || c == '\'' || c == '’');
    }

    private Optional<Token> partBefore(Amount amount) {
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

    /** As in "and injured 144.", where a clause ends with the number. */
    private Optional<Token> verbBefore(Amount amount) {
        int end = amount.end(text);
        return text.token(amount.first() - 1)
                .filter(token -> endsClause(end) && token.statesPartOfFollowing() && text.touches(amount.first() - 1));
    }

    /** As in "suspects: three persons"; in languages that put the number last. */
    private Optional<Token> nounBefore(Amount amount) {
        int before = text.beforeLinks(amount.first());
        return text.token(before).filter(token -> token.is(Kind.PART) && text.touches(before));
    }

    private Optional<Token> partAfter(int index, Amount amount) {
        Token person = text.get(index);
        for (int i = index + 1; i < text.size() && text.get(i).start() - person.end() <= afterReach; i++) {
            Token token = text.get(i);
            boolean isOther = token.is(Kind.NUMBER) && !token.code().equals(Token.SINGLE);
            if (isOther || token.is(Kind.BEFORE)) {
                return Optional.empty();
            }
            if (governsNext(i) && partBefore(amount).isPresent()) {
                return Optional.empty();
            }
            if (token.statesPartOfPreceding()) {
                boolean isClause = text.isOneSentence(person.end(), token.start())
                        && !text.between(person.end(), token.start()).contains(",");
                return isClause ? Optional.of(token) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a word states the part of the people that the number after it counts: killed seven people and injured 144. In
     * Khmer, words for people and how badly they were hurt may be between.
     */
    private boolean governsNext(int index) {
        if (!text.get(index).statesPartOfFollowing()) {
            return false;
        }
        if (!isKhmer) {
            return text.touches(index) && text.is(index + 1, Kind.NUMBER);
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

    /** Whether an amount may count people without a word for them: digits that are no year. */
    private boolean isCount(Amount amount) {
        return Character.isDigit(text.charAt(amount.start(text))) && !AmountContext.isYear(amount);
    }
}
