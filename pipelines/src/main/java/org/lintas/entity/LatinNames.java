package org.lintas.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads names in Latin script: words that begin with a capital, with initials and words such as {@code bin} between them. */
final class LatinNames implements NameReader {

    private static final int MAX_WORDS = 6;
    private static final int MAX_INITIALS = 3;

    private final Set<String> firsts;
    private final Set<String> firms;
    private final Set<String> stops;
    private final Set<String> joins;
    private final Set<String> suffixes;
    private final Set<String> abbreviations;
    private final Set<String> surnames;

    LatinNames(NameWords words) {
        firsts = words.set("first");
        firms = words.set("firm");
        stops = words.set("stop");
        joins = words.set("join");
        suffixes = words.set("suffix");
        abbreviations = words.set("abbreviation");
        surnames = words.set("surname");
    }

    @Override
    public Optional<Span> after(String text, NameWords.Cue cue) {
        return text.startsWith(" ", cue.end())
                ? read(text, cue.end() + 1, cue.kind() == NameWords.Kind.NAMED)
                : Optional.empty();
    }

    /** Reads a name at an offset. */
    Optional<Span> read(String text, int start, boolean mayBeInitials) {
        int end = start;
        int at = start;
        boolean hasWord = false;
        for (int count = 0; count < MAX_WORDS; count++) {
            Word word = Word.at(text, at);
            if (word == null || stops.contains(word.lower) || (count == 0 && firsts.contains(word.lower))) {
                break;
            }
            if (firms.contains(word.lower)) {
                return Optional.empty();
            }
            boolean isAlone = count == 0 && !Word.isCapitalised(Word.next(text, word));
            if (word.isInitials() && mayBeInitials && isAlone) {
                return word.letters <= MAX_INITIALS ? Optional.of(new Span(start, word.end)) : Optional.empty();
            }
            if (hasWord && suffixes.contains(word.lower)) {
                return Optional.of(new Span(start, word.end));
            }
            // Initials and words such as bin count only if a name follows.
            boolean isBetween = count > 0 && joins.contains(word.lower);
            if (!isBetween && word.isName()) {
                hasWord |= word.letters > 1;
                end = word.end;
            } else if (!isBetween && (!word.isInitials() || word.letters > MAX_INITIALS)) {
                break;
            }
            int next = word.end;
            if (text.startsWith(".", next) && abbreviations.contains(word.lower)) {
                next++;
            }
            if (word.endsName || !text.startsWith(" ", next)) {
                break;
            }
            at = next + 1;
        }
        return hasWord ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /**
     * Vietnamese names begin with one of few surnames, so that the beginning of one is found from its end. Others begin behind the first word before them
     * that is none of a name, and have several words.
     */
    @Override
    public Optional<Span> before(String text, NameWords.Cue cue) {
        int end = cue.start();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '(' || text.charAt(end - 1) == ',')) {
            end--;
        }
        int at = end;
        Optional<Span> name = Optional.empty();
        for (int count = 1; count <= MAX_WORDS + 1; count++) {
            int from = at;
            while (from > 0 && isInWord(text.charAt(from - 1))) {
                from--;
            }
            Word word = Word.at(text, from);
            if (from == at || word == null || !isPart(word) || endsSentence(text, word, at, end)) {
                break;
            }
            if (count == 1 && joins.contains(word.lower)) {
                break;
            }
            if (count > MAX_WORDS) {
                return surnames.isEmpty() ? Optional.empty() : name;
            }
            if (count > 1 && word.isName() && (surnames.isEmpty() || surnames.contains(word.lower))) {
                name = Optional.of(new Span(from, end));
            }
            if (from == 0 || text.charAt(from - 1) != ' ') {
                break;
            }
            at = from - 1;
        }
        return name;
    }

    private static boolean isInWord(char c) {
        return Character.isLetter(c) || ".-/'’".indexOf(c) >= 0;
    }

    /** Whether a full stop that is no part of a name stands between a word and the next one of it. */
    private boolean endsSentence(String text, Word word, int at, int end) {
        return at < end && text.charAt(at - 1) == '.' && !word.isInitials() && !abbreviations.contains(word.lower);
    }

    /** Whether a word may be one of a name that is read from its end. */
    private boolean isPart(Word word) {
        boolean isWritten = word.isName() || word.isInitials() || joins.contains(word.lower);
        return isWritten && !stops.contains(word.lower) && !firms.contains(word.lower);
    }

    /**
     * A word of a text.
     *
     * @param lower in lower case, without a dot at its end
     * @param endsName whether a possessive ends it
     */
    private record Word(int start, int end, int letters, String written, String lower, boolean endsName) {

        static Word at(String text, int start) {
            int end = start;
            int letters = 0;
            while (end < text.length()) {
                char c = text.charAt(end);
                boolean isLetter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
                boolean isInside = letters > 0
                        && (c == '\'' || c == '’' || c == '-' || c == '/')
                        && end + 1 < text.length()
                        && Character.isLetter(text.charAt(end + 1));
                if (!isLetter && !isInside) {
                    break;
                }
                letters += isLetter ? 1 : 0;
                end++;
            }
            if (letters == 0) {
                return null;
            }
            String written = text.substring(start, end);
            boolean isPossessive = written.endsWith("'s") || written.endsWith("’s");
            if (isPossessive) {
                end -= 2;
                written = written.substring(0, written.length() - 2);
                return new Word(start, end, letters - 1, written, written.toLowerCase(Locale.ROOT), true);
            }
            boolean isShort = letters <= 2 && Character.isUpperCase(written.charAt(0));
            if (isShort && end < text.length() && text.charAt(end) == '.') {
                end++;
            }
            return new Word(start, end, letters, written, written.toLowerCase(Locale.ROOT), false);
        }

        static Word next(String text, Word word) {
            return word.end < text.length() && text.charAt(word.end) == ' ' ? at(text, word.end + 1) : null;
        }

        static boolean isCapitalised(Word word) {
            return word != null && Character.isUpperCase(word.written.charAt(0));
        }

        boolean isName() {
            return (Character.isUpperCase(written.charAt(0)) && (letters == 1 || !isAllCapitals())) || hasArticle();
        }

        /** Whether it begins with an Arabic article, as al-Assad does. */
        private boolean hasArticle() {
            return written.indexOf('-') == 2 && lower.charAt(1) == 'l' && Character.isUpperCase(written.charAt(3));
        }

        boolean isInitials() {
            return Character.isUpperCase(written.charAt(0)) && isAllCapitals();
        }

        private boolean isAllCapitals() {
            return written.codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase);
        }
    }
}
