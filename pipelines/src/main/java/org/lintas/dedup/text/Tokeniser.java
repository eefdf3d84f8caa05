package org.lintas.dedup.text;

import java.util.Arrays;
import java.util.List;

/** Cuts one text into {@link Tokens}. */
final class Tokeniser {

    /** Bit of a token that marks a number. */
    static final int NUMBER = 1;

    /** Of the positions between two letters of a script without spaces, one in 2^bits is a chunk boundary. */
    private static final int CUT_BITS = 1;

    /** Where more of the words are capitalised, as in headings, capitals do not mark names. */
    private static final double MAX_NAME_SHARE = .5;

    /** Smaller numbers are stored as they are, not as a hash, so that no two numbers of a series of reports are equal tokens. */
    private static final long MAX_EXACT = 1 << 30;

    /** Digits between separators of thousands. */
    private static final int GROUP_DIGITS = 3;

    private static final long PRIME = 0x9FB21C651E98DF25L;

    private final String text;
    private int[] tokens;
    private long[] names;
    private long[] uncertain;
    private final List<NumberWords.Found> numberWords;
    private int nextNumberWord;
    private int size;
    private int nameCount;
    private boolean startsSentence = true;
    private int at;

    /** @param numberWords number words of the text that become numbers, in order */
    Tokeniser(String text, List<NumberWords.Found> numberWords) {
        this.text = text;
        this.numberWords = numberWords;
        this.tokens = new int[text.length() / 4 + 16];
        this.names = new long[tokens.length / 64 + 1];
        this.uncertain = new long[names.length];
    }

    Tokens tokens() {
        int length = text.length();
        while (at < length) {
            if (isAtNumberWord()) {
                NumberWords.Found word = numberWords.get(nextNumberWord);
                add((word.value() << 1) | NUMBER, false, true);
                at = word.end();
                continue;
            }
            switch (CharacterClasses.kind(text.charAt(at))) {
                case CharacterClasses.LETTER, CharacterClasses.CAPITAL -> word();
                case CharacterClasses.DIGIT -> number();
                case CharacterClasses.UNSPACED, CharacterClasses.UNSPACED_MARK -> chunks();
                case CharacterClasses.SENTENCE -> {
                    startsSentence = true;
                    at++;
                }
                default -> at++;
            }
        }
        if (nameCount > size * MAX_NAME_SHARE) {
            for (int i = 0; i < names.length; i++) {
                uncertain[i] |= names[i];
                names[i] = 0;
            }
        }
        int words = size / Long.SIZE + 1;
        return new Tokens(Arrays.copyOf(tokens, size), Arrays.copyOf(names, words), Arrays.copyOf(uncertain, words));
    }

    /** Whether a number word starts here; those that started earlier are passed over. */
    private boolean isAtNumberWord() {
        while (nextNumberWord < numberWords.size()
                && numberWords.get(nextNumberWord).start() < at) {
            nextNumberWord++;
        }
        return nextNumberWord < numberWords.size()
                && numberWords.get(nextNumberWord).start() == at;
    }

    private void word() {
        boolean isCapital = CharacterClasses.kind(text.charAt(at)) == CharacterClasses.CAPITAL;
        boolean name = isCapital
                && !startsSentence
                && at + 1 < text.length()
                && CharacterClasses.kind(text.charAt(at + 1)) == CharacterClasses.LETTER;
        boolean hasNoCase = !isCapital && !Character.isLowerCase(text.charAt(at));
        long hash = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            byte kind = CharacterClasses.kind(c);
            if (kind == CharacterClasses.LETTER || kind == CharacterClasses.CAPITAL) {
                hash = (hash ^ CharacterClasses.folded(c)) * PRIME;
            } else if (kind != CharacterClasses.IGNORED) {
                break;
            }
        }
        add((int) (Hashing.mix(hash) >>> 32) & ~NUMBER, name, hasNoCase || (isCapital && !name));
    }

    /**
     * Digits, and those after a separator of thousands; digits after any other separator are a number of their own, as in dates.
     */
    private void number() {
        long value = 0;
        long hash = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (CharacterClasses.kind(c) == CharacterClasses.DIGIT) {
                int digit = CharacterClasses.folded(c) - '0';
                value = Math.min(value * 10 + digit, MAX_EXACT);
                hash = (hash + digit) * PRIME;
            } else if ((c != '.' && c != ',') || digits(at + 1) != GROUP_DIGITS) {
                break;
            }
        }
        int token = value < MAX_EXACT ? (int) value << 1 : Integer.MIN_VALUE | (int) (Hashing.mix(hash) >>> 32);
        add(token | NUMBER, false, false);
    }

    /** Number of digits at a position; more than three count as four. */
    private int digits(int from) {
        int count = 0;
        while (count <= GROUP_DIGITS
                && from + count < text.length()
                && CharacterClasses.kind(text.charAt(from + count)) == CharacterClasses.DIGIT) {
            count++;
        }
        return count;
    }

    /** A run of letters of scripts without spaces; a letter and its marks are never separated. */
    private void chunks() {
        long chunk = 0;
        long before = 0;
        while (at < text.length() && !isAtNumberWord()) {
            byte kind = CharacterClasses.kind(text.charAt(at));
            if (kind == CharacterClasses.LETTER || kind == CharacterClasses.CAPITAL || kind == CharacterClasses.DIGIT) {
                break;
            }
            if (kind != CharacterClasses.UNSPACED && kind != CharacterClasses.UNSPACED_MARK) {
                startsSentence |= kind == CharacterClasses.SENTENCE;
                at++;
                continue;
            }
            long letter = letter();
            if (chunk != 0 && Hashing.mix(before, letter) >>> (64 - CUT_BITS) == 0) {
                add((int) (Hashing.mix(chunk) >>> 32) & ~NUMBER, false, true);
                chunk = 0;
            }
            chunk = (chunk ^ letter) * PRIME;
            before = letter;
        }
        add((int) (Hashing.mix(chunk) >>> 32) & ~NUMBER, false, true);
    }

    private long letter() {
        long hash = CharacterClasses.folded(text.charAt(at)) * PRIME;
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            byte kind = CharacterClasses.kind(c);
            if (kind == CharacterClasses.UNSPACED_MARK) {
                hash = (hash ^ CharacterClasses.folded(c)) * PRIME;
            } else if (kind != CharacterClasses.IGNORED) {
                break;
            }
        }
        return hash;
    }

    private void add(int token, boolean name, boolean mayBeName) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
            names = Arrays.copyOf(names, tokens.length / 64 + 1);
            uncertain = Arrays.copyOf(uncertain, names.length);
        }
        if (mayBeName) {
            uncertain[size >> 6] |= 1L << size;
        }
        if (name) {
            names[size >> 6] |= 1L << size;
            nameCount++;
        }
        tokens[size++] = token;
        startsSentence = false;
    }
}
