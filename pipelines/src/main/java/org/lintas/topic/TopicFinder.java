package org.lintas.topic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;

/** Finds the terms of all topics, and the words that indicate the kind of text, in an article. */
public final class TopicFinder {

    private record Dictionary(List<Taxonomy.Term> terms, Lexicon lexicon) {}

    private final Map<Language, Dictionary> dictionaries = new EnumMap<>(Language.class);

    /**
     * What was found in an article.
     *
     * @param language its language
     * @param title its headline, empty if it has none
     * @param text its text
     * @param topics the findings of each topic, in the order of their codes
     * @param settings the words of each setting
     */
    public record Findings(
            Language language, String title, String text, List<TopicFinding> topics, List<TopicFinding> settings) {

        /** Where the text begins, if headline and text are one. */
        int textStart() {
            return title.isEmpty() ? 0 : title.length() + 1;
        }

        int length() {
            return textStart() + text.length();
        }
    }

    public Findings find(Language language, String title, String text) {
        String head = title == null ? "" : title;
        Dictionary dictionary = dictionaries.computeIfAbsent(language, TopicFinder::dictionary);
        Map<String, List<TopicFinding.Hit>> byTopic = new TreeMap<>();
        for (Lexicon.Hit hit : dictionary.lexicon.find(head.isEmpty() ? text : head + "\n" + text)) {
            Taxonomy.Term term = dictionary.terms.get(hit.entry());
            byTopic.computeIfAbsent(term.topic(), any -> new ArrayList<>())
                    .add(new TopicFinding.Hit(term, hit.start(), hit.end()));
        }
        var topics = new ArrayList<TopicFinding>();
        var settings = new ArrayList<TopicFinding>();
        byTopic.forEach((topic, hits) ->
                (CrimeSettings.isSetting(topic) ? settings : topics).add(new TopicFinding(topic, hits)));
        return new Findings(language, head, text, topics, settings);
    }

    private static Dictionary dictionary(Language language) {
        var terms = new ArrayList<>(Taxonomy.get().terms(language));
        terms.addAll(CrimeSettings.get().terms(language));
        var entries = terms.stream()
                .map(t -> new Lexicon.Entry(t.topic(), t.term(), t.kind() == Taxonomy.Kind.EXCLUSION))
                .toList();
        return new Dictionary(terms, new Lexicon(entries, Lexicon.Overlap.WITHIN_KEY));
    }
}
