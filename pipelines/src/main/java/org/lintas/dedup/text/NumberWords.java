package org.lintas.dedup.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.WordTable;

/**
 * The words of a language for whole numbers: those that make figures ({@code figure/token/words}), and more in {@code numbers.tsv}, which
 * nobody counts with but which tell two notices of one template apart.
 */
public final class NumberWords {

    private static final String FIGURES = "/org/lintas/figure/token/words/";
    private static final String NUMBER = "number";
    private static final String TENS = "ten";

    /** The code of a word for ten that is part of longer numbers only. */
    private static final String FOLLOWING = "follows";

    private static final int TEN = 10;
    private static final Map<Language, NumberWords> OF_LANGUAGES = new EnumMap<>(Language.class);
    private static final NumberWords NONE = new NumberWords(new TreeMap<>());

    static {
        Map<String, Map<String, Integer>> more = new TreeMap<>();
        for (List<String> row : WordTable.read(NumberWords.class, "numbers.tsv", 3)) {
            more.computeIfAbsent(row.get(0), any -> new TreeMap<>()).put(row.get(2), Integer.valueOf(row.get(1)));
        }
        for (Language language : Language.values()) {
            Map<String, Integer> words = more.computeIfAbsent(language.code(), any -> new TreeMap<>());
            for (List<String> row : WordTable.read(NumberWords.class, FIGURES + language.code() + ".tsv", 3)) {
                if (row.get(0).equals(NUMBER) && row.get(1).indexOf('.') < 0) {
                    words.put(row.get(2), Integer.valueOf(row.get(1)));
                } else if (row.get(0).equals(TENS) && !row.get(1).equals(FOLLOWING)) {
                    words.put(row.get(2), TEN);
                }
            }
            OF_LANGUAGES.put(language, new NumberWords(words));
        }
    }

    /**
     * A number word in a text.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    record Found(int start, int end, int value) {}

    private final Lexicon lexicon;
    private final List<Integer> values;

    private NumberWords(Map<String, Integer> words) {
        this.lexicon = new Lexicon(
                words.keySet().stream()
                        .map(word -> new Lexicon.Entry(word, word, false))
                        .toList(),
                Lexicon.Overlap.ACROSS_KEYS);
        this.values = List.copyOf(words.values());
    }

    /** Those of a language by its code; of a language without a table none. */
    public static NumberWords of(String language) {
        return Language.of(language).map(OF_LANGUAGES::get).orElse(NONE);
    }

    /** The number words of a text, in order; none overlaps another. */
    List<Found> find(String text) {
        var found = new ArrayList<Found>();
        for (Lexicon.Hit hit : lexicon.find(text)) {
            found.add(new Found(hit.start(), hit.end(), values.get(hit.entry())));
        }
        return found;
    }
}
