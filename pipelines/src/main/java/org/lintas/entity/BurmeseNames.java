package org.lintas.entity;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Burmese names: syllables of the table {@code syllable}, in which names are written, up to a particle of the table {@code after}, a space
 * or a mark. Texts set no spaces around names.
 */
final class BurmeseNames implements NameReader {

    private static final int MIN_SYLLABLES = 2;
    private static final int MAX_SYLLABLES = 6;
    private static final int LONGEST_PARTICLE = 12;

    /** Both a title and a word by which people are counted. */
    private static final String COUNTING = "ဦး";

    /** Digits of a number of people; those of a year are more. */
    private static final int MOST_DIGITS = 3;

    /** A letter with its signs, with letters that end it under a killer or stand above another. */
    private static final Pattern SYLLABLE = Pattern.compile(
            "[\\u1000-\\u102A\\u103F](?:\\u1039[\\u1000-\\u1021]|[\\u102B-\\u103E]|[\\u1000-\\u1021](?=\\u103A|\\u1037\\u103A|\\u1039))*+");

    private final Set<String> syllables;
    private final Set<String> particles;
    private final Set<String> stops;
    private final LatinNames latin;

    BurmeseNames(NameWords words) {
        syllables = words.set("syllable");
        particles = words.set("after");
        stops = words.set("stop");
        latin = new LatinNames(words);
    }

    @Override
    public Optional<Span> after(String text, NameWords.Cue cue) {
        if (isPartOfWord(text, cue.start())) {
            return Optional.empty();
        }
        int start = cue.end();
        if (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        if (start < text.length() && text.charAt(start) < 0x250) {
            return latin.read(text, start, false);
        }
        Matcher syllable = SYLLABLE.matcher(text);
        int at = start;
        int count = 0;
        int end = -1;
        while (count < MAX_SYLLABLES
                && syllable.region(at, text.length()).lookingAt()
                && syllables.contains(syllable.group())) {
            // A particle that is also a syllable of names ends one only if nothing shorter is a name.
            boolean isParticle = particles.contains(syllable.group());
            at = syllable.end();
            count++;
            if (count >= MIN_SYLLABLES && endsName(text, at) && (end < 0 || !isParticle)) {
                end = at;
            }
            if (end == at && isSpaceInside(text, syllable, at)) {
                at++;
            }
        }
        return end < 0 ? Optional.empty() : Optional.of(new Span(start, end));
    }

    /** After a numeral the title is a counting word, after a syllable of names one of them. */
    private boolean isPartOfWord(String text, int start) {
        for (int from = start - 1; from >= Math.max(0, start - LONGEST_PARTICLE); from--) {
            String before = text.substring(from, start);
            if (stops.contains(before) || syllables.contains(before)) {
                return true;
            }
        }
        // Years are written in digits before a name, too.
        boolean isSpaced = start > 1 && text.charAt(start - 1) == ' ' && text.startsWith(COUNTING, start);
        int digit = isSpaced ? start - 2 : start - 1;
        boolean isYear = isSpaced && digit >= MOST_DIGITS && Character.isDigit(text.charAt(digit - MOST_DIGITS));
        return digit >= 0 && Character.isDigit(text.charAt(digit)) && !isYear;
    }

    /** Some texts break names at a space: whether another syllable of the name stands behind it. */
    private boolean isSpaceInside(String text, Matcher syllable, int at) {
        return at + 1 < text.length()
                && text.charAt(at) == ' '
                && syllable.region(at + 1, text.length()).lookingAt()
                && syllables.contains(syllable.group())
                && !particles.contains(syllable.group())
                && endsName(text, syllable.end());
    }

    private boolean endsName(String text, int at) {
        if (at == text.length()) {
            return true;
        }
        char c = text.charAt(at);
        if (c < '\u1000' || c > '\u109F' || c == '၊' || c == '။') {
            return true;
        }
        for (int end = at + 1; end <= Math.min(text.length(), at + LONGEST_PARTICLE); end++) {
            if (particles.contains(text.substring(at, end))) {
                return true;
            }
        }
        return false;
    }
}
