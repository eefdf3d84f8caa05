package org.lintas.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;
import org.lintas.text.PerLanguage;
import org.lintas.text.Script;
import org.lintas.topic.passage.PassageScores;

/** Finds the terms of all topics, and the words that indicate the kind of text, in an article. */
public final class TopicFinder {

    /** Log odds of the opening from which on a topic may be given without a term. */
    private static final double LEAST_LOG_ODDS = -2;

    private static final double LETTERS_PER_CHARACTER = 2.5;

    private record Dictionary(List<Taxonomy.Term> terms, Lexicon lexicon) {}

    private static final PerLanguage<Dictionary> DICTIONARIES = new PerLanguage<>(TopicFinder::dictionary);

    /**
     * What was found in an article.
     *
     * @param language its language
     * @param title its headline, empty if it has none
     * @param text its text
     * @param topics the findings of each topic, in the order of their codes
     * @param settings the words of each setting
     * @param said topics that the opening says clearly enough for them to be candidates without a term
     */
    public record Findings(
            Language language,
            String title,
            String text,
            List<TopicFinding> topics,
            List<TopicFinding> settings,
            Set<String> said) {

        /** Where the text begins, if headline and text are one. */
        int textStart() {
            return title.isEmpty() ? 0 : title.length() + 1;
        }

        int length() {
            return textStart() + text.length();
        }

        /** Length in letters, at least 1: a Chinese character counts as more than one. */
        double letters() {
            return Math.max(1, length() * (language.script() == Script.HAN ? LETTERS_PER_CHARACTER : 1));
        }

        /** The findings with those topics, too, that have no term in the article but that its opening may be about. */
        public Findings withTopicsSaid(PassageScores scores) {
            Map<String, TopicFinding> byTopic = new TreeMap<>();
            List<String> codes = Taxonomy.get().topics();
            for (int i = 0; i < codes.size(); i++) {
                if (scores.opening(i) >= LEAST_LOG_ODDS) {
                    byTopic.put(codes.get(i), new TopicFinding(codes.get(i), List.of()));
                }
            }
            Set<String> candidates = Set.copyOf(byTopic.keySet());
            topics.forEach(topic -> byTopic.put(topic.topic(), topic));
            return new Findings(language, title, text, List.copyOf(byTopic.values()), settings, candidates);
        }

        /** Numbers of the topics that may be labels: by a term or by what passages say. */
        public List<Integer> candidates() {
            return IntStream.range(0, topics.size())
                    .filter(i -> topics.get(i).hasEvidence()
                            || said.contains(topics.get(i).topic()))
                    .boxed()
                    .toList();
        }
    }

    public Findings find(Language language, String title, String text) {
        String head = title == null ? "" : title;
        Dictionary dictionary = DICTIONARIES.get(language);
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
        return new Findings(language, head, text, topics, settings, Set.of());
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
