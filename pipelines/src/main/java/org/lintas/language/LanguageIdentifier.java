package org.lintas.language;

import java.util.EnumMap;
import java.util.Map;
import org.lintas.text.Language;
import org.lintas.text.Script;

/**
 * Identifies the language of a text: by its script where that is enough, by distinctive letters where neighbouring languages
 * share the script, by a model for Latin script. A text in several languages is in that of its largest part.
 */
public final class LanguageIdentifier {

    /** Fewer letters than this are not enough to identify a language. */
    private static final int MIN_LETTERS = 20;

    /** Weight of a Chinese, Japanese or Korean character, in letters of an alphabet. */
    private static final int LETTERS_A_CHARACTER = 4;

    /** Names and terms in Latin letters occur in texts of every language: letters of other scripts count for more. */
    private static final double OWN_SCRIPT = 1.25;

    /** Share of letters in other scripts from which on a text of names has a language. */
    private static final double MIN_AROUND_NAMES = 0.2;

    /** Prior weight against a guess, in letters: a guess from few letters is less certain. */
    private static final double DOUBT = 8;

    /** Japanese writes Chinese characters too, between kana. */
    private static final double MIN_KANA = 0.1;

    private final LatinModel latin = LatinModel.load();

    /** The language of an article; the title may be null. */
    public LanguageGuess guess(String title, String text) {
        String all = title == null ? text : title + "\n" + text;
        Map<Script, Integer> letters = weighted(Script.letters(all));
        int sum = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (sum < MIN_LETTERS) {
            return new LanguageGuess(LanguageGuess.UNKNOWN, 0);
        }
        int kana = letters.getOrDefault(Script.KANA, 0);
        letters.merge(Script.HAN, kana, Integer::sum);
        letters.remove(Script.KANA);
        return guess(all, letters, sum, kana);
    }

    private LanguageGuess guess(String all, Map<Script, Integer> letters, int sum, int kana) {
        var largest =
                letters.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double confidence = largest.getValue() / (sum + DOUBT);
        Script script = largest.getKey();
        return switch (script) {
            case LATIN -> latin(all, letters, sum, kana);
            case HAN, KANA ->
                new LanguageGuess(kana > MIN_KANA * largest.getValue() ? "ja" : Language.CHINESE.code(), confidence);
            case HANGUL -> new LanguageGuess("ko", confidence);
            case MYANMAR -> new LanguageGuess(MyanmarScript.language(all), confidence);
            case THAI -> new LanguageGuess(Language.THAI.code(), confidence);
            case LAO -> new LanguageGuess(Language.LAO.code(), confidence);
            case KHMER -> new LanguageGuess(Language.KHMER.code(), confidence);
            case TAMIL -> new LanguageGuess(Language.TAMIL.code(), confidence);
            case OTHER -> new LanguageGuess(LanguageGuess.OTHER, confidence);
        };
    }

    /** Latin letters in no known language are names: the text is in the language around them, if there is any. */
    private LanguageGuess latin(String all, Map<Script, Integer> letters, int sum, int kana) {
        LanguageGuess guess = latin.guess(all);
        int latinLetters = letters.remove(Script.LATIN);
        boolean names = guess.code().equals(LanguageGuess.OTHER) && sum - latinLetters >= MIN_AROUND_NAMES * sum;
        return names ? guess(all, letters, sum, kana) : guess;
    }

    private static Map<Script, Integer> weighted(Map<Script, Integer> letters) {
        var weighted = new EnumMap<Script, Integer>(Script.class);
        letters.forEach((script, count) -> weighted.put(
                script,
                switch (script) {
                    case HAN, KANA, HANGUL -> LETTERS_A_CHARACTER * count;
                    case THAI, KHMER, LAO, MYANMAR, TAMIL, OTHER -> (int) (OWN_SCRIPT * count);
                    case LATIN -> count;
                }));
        return weighted;
    }
}
