package org.lintas.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.PerLanguage;
import org.lintas.text.WordTable;

/** Finds the words of {@code crossing.tsv}, which tell whether a crime crosses a border. */
final class BorderWords {

    /** Kinds of words; the table says what they mean. */
    enum Kind {
        CROSS,
        ABROAD,
        MOVE,
        PEOPLE,
        ASIDE,
        RATING,
        HOME
    }

    /**
     * A word in a text.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    record Word(Kind kind, int start, int end) {}

    private static final PerLanguage<Lexicon> LEXICONS = new PerLanguage<>(BorderWords::lexicon);

    /** The words in a text, in its order. */
    List<Word> in(Language language, String text) {
        Lexicon lexicon = LEXICONS.get(language);
        return lexicon.find(text).stream()
                .map(hit -> new Word(Kind.valueOf(lexicon.entry(hit.entry()).key()), hit.start(), hit.end()))
                .toList();
    }

    private static Lexicon lexicon(Language language) {
        var entries = new ArrayList<Lexicon.Entry>();
        for (List<String> row : WordTable.read(BorderWords.class, "crossing.tsv", 3)) {
            if (row.get(1).equals(language.code())) {
                entries.add(new Lexicon.Entry(row.get(0).toUpperCase(Locale.ROOT), row.get(2), false));
            }
        }
        return new Lexicon(entries, Lexicon.Overlap.WITHIN_KEY);
    }
}
