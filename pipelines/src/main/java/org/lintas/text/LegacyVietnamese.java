package org.lintas.text;

import java.util.Optional;

/**
 * Detects Vietnamese in a legacy charset that was decoded as windows-1252 (mojibake). The charset is the one whose
 * decoding yields Vietnamese syllables. Nearly all Vietnamese words are such syllables, and hardly any words of other
 * languages are, so that French, Malay or Tagalog is not misdetected.
 */
public final class LegacyVietnamese {

    /** Number of characters that are examined. */
    private static final int SAMPLE = 16_384;

    /** Minimum number of words with a non-ASCII letter to classify a text. */
    private static final int MIN_MARKED = 4;

    /** Maximum number of ASCII characters per Latin-1 character; about ten in such text, hundreds in English. */
    private static final int MAX_ASCII_PER_LATIN = 25;

    private static final double MIN_MARKED_SHARE = 0.3;
    private static final double MIN_VALID_OF_MARKED = 0.8;
    private static final double MIN_VALID = 0.5;

    /** Minimum improvement over leaving the text unchanged. */
    private static final double MARGIN = 0.2;

    private LegacyVietnamese() {}

    /**
     * The text in Unicode; the same instance if no part of it is in such a charset. Each line is classified separately.
     */
    public static String toUnicode(String text) {
        if (!hasSuspectLine(text)) {
            return text;
        }
        Optional<VietnameseCharset> whole = detect(text);
        if (text.indexOf('\n') < 0) {
            return whole.map(set -> set.decode(text)).orElse(text);
        }
        var out = new StringBuilder(text.length());
        for (String line : text.split("(?<=\n)")) {
            Optional<VietnameseCharset> own = detect(line);
            // A line that is too short to classify is treated like the whole text, unless it has a letter outside
            // windows-1252.
            Optional<VietnameseCharset> set = own.isPresent() || !isLatin(line) ? own : whole;
            out.append(set.map(found -> found.decode(line)).orElse(line));
        }
        return out.toString();
    }

    /** A cheap check, since it runs on every text. */
    private static boolean hasSuspectLine(String text) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (isSuspect(text, start, end)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    /** The legacy charset of a text that was decoded as windows-1252, if any. */
    public static Optional<VietnameseCharset> detect(String latin) {
        String sample = latin.substring(0, Math.min(latin.length(), SAMPLE));
        Optional<VietnameseCharset> best = Optional.empty();
        if (!isSuspect(sample, 0, sample.length())) {
            return best;
        }
        double bestShare = Share.of(sample).ofMarked() + MARGIN;
        int bestValid = 0;
        for (VietnameseCharset set : VietnameseCharset.values()) {
            Share share = Share.of(set.decode(sample));
            boolean better = share.ofMarked() > bestShare
                    || (share.ofMarked() == bestShare && share.validMarked > bestValid && best.isPresent());
            if (share.isVietnamese() && better) {
                best = Optional.of(set);
                bestShare = share.ofMarked();
                bestValid = share.validMarked;
            }
        }
        return best;
    }

    /**
     * Whether a text may be such mojibake: many Latin-1 letters, as in every second word, and few other letters, which
     * are frequent in Unicode Vietnamese.
     */
    private static boolean isSuspect(String text, int from, int to) {
        int ascii = 0;
        int latin = 0;
        int beyond = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii++;
            } else if (c > 0xA0 && c <= 0xFF) {
                latin++;
            } else if (Windows1252.code(c) < 0) {
                beyond++;
            }
        }
        return latin >= MIN_MARKED && latin * MAX_ASCII_PER_LATIN >= ascii && beyond * 8 <= latin;
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> Windows1252.code((char) c) >= 0);
    }

    /**
     * Shares of Vietnamese words in a text.
     *
     * @param marked words with a non-ASCII letter
     * @param validMarked those of them that are syllables
     */
    private record Share(int words, int valid, int marked, int validMarked) {

        static Share of(String text) {
            String letters = LowerCase.of(NormalForm.nfc(text));
            int words = 0;
            int valid = 0;
            int marked = 0;
            int validMarked = 0;
            int start = 0;
            boolean isMarked = false;
            for (int i = 0; i <= letters.length(); i++) {
                char c = i < letters.length() ? letters.charAt(i) : ' ';
                if (Character.isLetter(c)) {
                    isMarked |= c >= 0x80;
                    continue;
                }
                if (i > start) {
                    boolean isValid = VietnameseSyllables.contain(letters.substring(start, i));
                    words++;
                    valid += isValid ? 1 : 0;
                    marked += isMarked ? 1 : 0;
                    validMarked += isMarked && isValid ? 1 : 0;
                }
                start = i + 1;
                isMarked = false;
            }
            return new Share(words, valid, marked, validMarked);
        }

        double ofMarked() {
            return marked == 0 ? 0 : validMarked / (double) marked;
        }

        boolean isVietnamese() {
            return marked >= MIN_MARKED
                    && marked >= MIN_MARKED_SHARE * words
                    && validMarked >= MIN_VALID_OF_MARKED * marked
                    && valid >= MIN_VALID * words;
        }
    }
}
