package org.lintas.entity;

import java.util.Optional;
import java.util.Set;
import org.lintas.text.Language;
import org.lintas.text.Script;

/**
 * Reads names in Thai, Lao and Khmer, which set spaces between given name and family name but not between a name and what follows it. A name
 * ends at a space before a word of the table {@code stop}, or inside a run of letters where a word of the table {@code cut} begins. Words of the
 * table {@code doubt} begin both family names and sentences: before them nothing is read.
 */
final class UnspacedNames implements NameReader {

    private static final int MIN_PART = 2;
    private static final int MAX_PART = 17;
    private static final int LONGEST_WORD = 24;

    /** Both mister and a word by which men are counted. */
    private static final String COUNTING = "นาย";

    /** Digits of a number of men; those of a year are more. */
    private static final int MOST_DIGITS = 3;

    private final Script script;
    private final Set<String> stops;
    private final Set<String> doubts;
    private final Set<String> cuts;
    private final Set<String> befores;
    private final LatinNames latin;

    /** How many parts a name has at most. */
    private final int maxParts;

    /** Whether a name of one part counts; in Khmer one part may be any word. */
    private final boolean mayBeOne;

    UnspacedNames(NameWords words, Language language) {
        this.script = language.script();
        this.stops = words.set("stop");
        this.doubts = words.set("doubt");
        this.cuts = words.set("cut");
        this.befores = words.set("before");
        this.latin = new LatinNames(words);
        this.maxParts = language == Language.KHMER ? 3 : 2;
        this.mayBeOne = language != Language.KHMER;
    }

    @Override
    public Optional<Span> after(String text, NameWords.Cue cue) {
        if (!isFree(text, cue) || isCounting(text, cue)) {
            return Optional.empty();
        }
        int at = cue.end();
        while (at < text.length() && at < cue.end() + 2 && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && Script.of(text.charAt(at)) == Script.LATIN) {
            return latin.read(text, at, false);
        }
        int start = at;
        int end = at;
        int parts = 0;
        boolean isBounded = false;
        while (parts < maxParts) {
            int stop = runEnd(text, at);
            if (stop == at) {
                isBounded = true;
                break;
            }
            if (begins(text, at, stop, stops)) {
                isBounded = true;
                break;
            }
            int cut = cut(text, at, stop);
            if (cut - at < MIN_PART || cut - at > MAX_PART || (parts > 0 && begins(text, at, stop, doubts))) {
                return Optional.empty();
            }
            end = cut;
            parts++;
            if (cut < stop || stop >= text.length() || text.charAt(stop) != ' ') {
                isBounded = true;
                break;
            }
            at = stop + 1;
        }
        isBounded |= parts == maxParts && mayBeOne;
        return isBounded && (mayBeOne ? parts > 0 : parts > 1) ? Optional.of(new Span(start, end)) : Optional.empty();
    }

    /** Whether a title is no part of a longer word: nothing, or a word of the table {@code before}, is right before it. */
    private boolean isFree(String text, NameWords.Cue cue) {
        int start = cue.start();
        if (start == 0 || !isLetter(text.charAt(start - 1))) {
            return true;
        }
        for (int from = start - 1; from >= Math.max(0, start - LONGEST_WORD); from--) {
            if (befores.contains(text.substring(from, start))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a title of Thai counts people: a number, no year, stands before it and a space behind it, as in จำนวน 7 นาย. */
    private static boolean isCounting(String text, NameWords.Cue cue) {
        if (!text.startsWith(COUNTING + " ", cue.start())) {
            return false;
        }
        int end = cue.start() > 0 && text.charAt(cue.start() - 1) == ' ' ? cue.start() - 1 : cue.start();
        int start = end;
        while (start > 0 && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return start < end && end - start <= MOST_DIGITS;
    }

    private boolean isLetter(char c) {
        return Script.of(c) == script && !Character.isDigit(c) && !isSign(c);
    }

    /** Signs of repetition and abbreviation and full stops, which are in the blocks of the scripts. */
    private static boolean isSign(char c) {
        return "ๆฯ๏๚๛ໆຯ។៕៖ៗ៘៙៚".indexOf(c) >= 0;
    }

    private int runEnd(String text, int at) {
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean begins(String text, int at, int stop, Set<String> words) {
        for (int end = at + 1; end <= Math.min(stop, at + LONGEST_WORD); end++) {
            if (words.contains(text.substring(at, end))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first word of the table {@code cut} begins in a run of letters; the end of the run if none does. */
    private int cut(String text, int at, int stop) {
        for (int from = at + MIN_PART; from < stop; from++) {
            if (begins(text, from, stop, cuts)) {
                return from;
            }
        }
        return stop;
    }
}
