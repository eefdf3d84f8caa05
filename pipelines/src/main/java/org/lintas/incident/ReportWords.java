package org.lintas.incident;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lintas.text.FoldedText;
import org.lintas.text.Language;
import org.lintas.text.TermMatcher;
import org.lintas.text.WordTable;

/** The words of a language that tell what a figure or an article is, from {@code words/LANG.tsv}. */
final class ReportWords {

    /** What a word tells. */
    enum Kind {
        /** The figure in its sentence is a total of several incidents. */
        AGGREGATE,
        /** Behind a number, how many incidents the figures in its sentence are of. */
        CASES,
        /** A word for a time near it is that of which the figure is the largest. */
        LARGEST,
        /** The figure in its sentence is a fine, a penalty or a limit of the law. */
        LAW,
        /** The article tells what came of an earlier incident. */
        FOLLOW_UP,
        /** The article tells of no single incident. */
        OVERVIEW
    }

    private static final Map<Language, ReportWords> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(
                    language,
                    new ReportWords(WordTable.read(ReportWords.class, "words/" + language.code() + ".tsv", 2)));
        }
    }

    private final List<Kind> kinds;
    private final TermMatcher matcher;

    private ReportWords(List<List<String>> rows) {
        kinds = rows.stream()
                .map(row -> Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT)))
                .toList();
        matcher = TermMatcher.of(rows.stream().map(row -> row.get(1)).toList());
    }

    static ReportWords of(Language language) {
        return ALL.get(language);
    }

    /** A word and where it stands, in UTF-16 units. */
    record Said(Kind kind, int start, int end) {}

    /** The words of a text, in its order. */
    List<Said> all(String text) {
        List<Said> found = new ArrayList<>();
        matcher.find(text, FoldedText.of(text), (term, start, end) -> found.add(new Said(kinds.get(term), start, end)));
        found.sort(Comparator.comparingInt(Said::start).thenComparingInt(Said::end));
        return found;
    }

    /** What the words of a text tell. */
    Set<Kind> in(String text) {
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        matcher.find(text, FoldedText.of(text), (term, start, end) -> found.add(kinds.get(term)));
        return found;
    }
}
