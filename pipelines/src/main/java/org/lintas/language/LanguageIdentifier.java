package org.lintas.language;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.lintas.text.Language;
import org.lintas.text.Script;

/** Tells the language of a text: by its script where that is enough, by a model of character n-grams for Latin script. */
public final class LanguageIdentifier {

    /** Fewer letters than this say nothing. */
    private static final int MIN_LETTERS = 20;

    /** In languages of a script of its own, names and quotes in Latin letters are common; this share settles it. */
    private static final double MIN_OWN_SCRIPT = 0.3;

    private final LatinModel latin = LatinModel.load();

    /** The language of an article; the title may be null. */
    public LanguageGuess guess(String title, String text) {
        String all = title == null ? text : title + "\n" + text;
        Map<Script, Integer> letters = Script.letters(all);
        int sum = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (sum < MIN_LETTERS) {
            return new LanguageGuess(LanguageGuess.UNKNOWN, 0);
        }
        Script script = letters.entrySet().stream()
                .filter(e -> e.getKey() != Script.LATIN)
                .filter(e -> e.getValue() >= MIN_OWN_SCRIPT * sum)
                .max(Comparator.comparingInt((Map.Entry<Script, Integer> e) -> e.getValue()))
                .map(Map.Entry::getKey)
                .orElse(Script.LATIN);
        double share = letters.getOrDefault(script, 0) / (double) sum;
        if (script == Script.OTHER) {
            return new LanguageGuess(LanguageGuess.OTHER, share);
        }
        if (script == Script.LATIN) {
            return latin.guess(all);
        }
        if (script == Script.HAN && kana(all) > 0.1 * letters.get(Script.HAN)) {
            return new LanguageGuess(LanguageGuess.OTHER, share);
        }
        return Stream.of(Language.values())
                .filter(language -> language.script() == script)
                .findFirst()
                .map(language -> new LanguageGuess(language.code(), share))
                .orElseThrow();
    }

    /** Japanese writes Chinese characters too, between kana. */
    private static long kana(String text) {
        return text.codePoints().filter(cp -> cp >= 0x3040 && cp <= 0x30FF).count();
    }
}
