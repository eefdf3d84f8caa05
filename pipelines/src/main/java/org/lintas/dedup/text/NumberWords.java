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
 * The words of a language for whole numbers ({@code numbers.tsv}), which tell two notices of one template apart. The tables of figures are others: they
 * may change, and fingerprints stay.
 */
public final class NumberWords {

    private static final Map<Language, NumberWords> OF_LANGUAGES = new EnumMap<>(Language.class);
    private static final NumberWords NONE = new NumberWords(new TreeMap<>());

    static {
        Map<String, Map<String, Integer>> words = new TreeMap<>();
        for (List<String> row : WordTable.read(NumberWords.class, "numbers.tsv", 3)) {
            words.computeIfAbsent(row.get(0), any -> new TreeMap<>()).put(row.get(2), Integer.valueOf(row.get(1)));
        }
        for (Language language : Language.values()) {
            OF_LANGUAGES.put(language, new NumberWords(words.getOrDefault(language.code(), Map.of())));
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
