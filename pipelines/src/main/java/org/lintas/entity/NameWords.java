package org.lintas.entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.LowerCase;
import org.lintas.text.WordTable;

/** The words of a language by which names of persons are found and bounded. */
final class NameWords {

    /** What a word that stands beside a name, or near it, says. */
    enum Kind {
        /** A title, rank or office: a name follows. */
        TITLE,
        /** A word for a suspect or for a name that follows: initials are a name after it. */
        NAMED,
        /** Stands behind a name, with a year of birth or an age after it. */
        BEHIND,
        /** A victim, a child or somebody else who is not made easier to find. */
        SPARED,
        /** Tells of an arrest, a charge or a sentence: who is named near it with an age is accused. */
        CHARGED,
        /** Tells of those harmed, of families, witnesses and others, who are no accused. */
        OTHER,
        /** The age behind the name of somebody who is accused; of no table, see {@link AgedNames}. */
        AGE,
        /** Contains one of the others and means something else. */
        NONE
    }

    /**
     * A word in a text.
     *
     * @param start first UTF-16 unit
     * @param end unit after the last
     */
    record Cue(Kind kind, int start, int end) {}

    private final List<Kind> cues;
    private final Lexicon lexicon;
    /** Titles that are something else with a capital: Vietnamese anh is a title, Anh a name and England. */
    private final Set<String> lower;

    private final Map<String, Set<String>> sets;

    private NameWords(List<Kind> cues, Lexicon lexicon, Set<String> lower, Map<String, Set<String>> sets) {
        this.cues = cues;
        this.lexicon = lexicon;
        this.lower = lower;
        this.sets = sets;
    }

    static NameWords of(Language language) {
        Map<String, Kind> cues = new HashMap<>();
        Map<String, Set<String>> sets = new HashMap<>();
        Set<String> lower = new HashSet<>();
        for (List<String> row : WordTable.read(NameWords.class, "words/" + language.code() + ".tsv", 2)) {
            String word = row.get(1);
            switch (row.get(0)) {
                case "title" -> cues.put(word, Kind.TITLE);
                case "lower" -> {
                    cues.put(word, Kind.TITLE);
                    lower.add(word);
                }
                case "named" -> cues.put(word, Kind.NAMED);
                case "behind" -> cues.put(word, Kind.BEHIND);
                case "spared" -> cues.put(word, Kind.SPARED);
                case "charged" -> cues.put(word, Kind.CHARGED);
                case "other" -> cues.put(word, Kind.OTHER);
                case "none" -> cues.put(word, Kind.NONE);
                default -> {
                    Set<String> set = sets.computeIfAbsent(row.get(0), any -> new HashSet<>());
                    set.addAll(List.of(word.split(" ")));
                }
            }
        }
        List<String> words = cues.keySet().stream().sorted().toList();
        if (words.stream().map(LowerCase::of).distinct().count() < words.size()) {
            throw new IllegalStateException(language.code() + ".tsv has a word twice, in capitals and without");
        }
        var lexicon = new Lexicon(
                words.stream().map(word -> new Lexicon.Entry(word, word, false)).toList(), Lexicon.Overlap.ACROSS_KEYS);
        return new NameWords(words.stream().map(cues::get).toList(), lexicon, lower, sets);
    }

    /** The words that stand beside names, and those that tell who is named near them, in the order of the text. */
    List<Cue> cues(String text) {
        return lexicon.find(text).stream()
                .filter(hit -> isWrittenAsCue(hit, text.charAt(hit.start())))
                .map(hit -> new Cue(cues.get(hit.entry()), hit.start(), hit.end()))
                .filter(cue -> cue.kind != Kind.NONE)
                .toList();
    }

    /** A title that the table has with a capital needs one; Bernama is an agency, bernama means named. */
    private boolean isWrittenAsCue(Lexicon.Hit hit, char first) {
        String listed = lexicon.entry(hit.entry()).term();
        if (Character.isUpperCase(listed.charAt(0))) {
            return !Character.isLowerCase(first);
        }
        boolean isLower = cues.get(hit.entry()) == Kind.NAMED || lower.contains(listed);
        return !isLower || !Character.isUpperCase(first);
    }

    /** The other words of a kind: {@code stop}, {@code join}, {@code surname} and others that the readers of names know. */
    Set<String> set(String kind) {
        return sets.getOrDefault(kind, Set.of());
    }
}
