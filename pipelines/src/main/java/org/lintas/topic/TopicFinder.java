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

    /** Of the built-in taxonomy, for all threads. */
    private static final TopicFinder BUILT_IN = new TopicFinder(Taxonomy.builtIn());

    /** The last that was made for files of a user, and their digest: a process works on one corpus. */
    private static TopicFinder last = BUILT_IN;

    private static String lastDigest = "";

    private final Taxonomy taxonomy;
    private final PerLanguage<Dictionary> dictionaries;

    private TopicFinder(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.dictionaries = new PerLanguage<>(this::dictionary);
    }

    private TopicFinder(Taxonomy taxonomy, PerLanguage<Dictionary> dictionaries) {
        this.taxonomy = taxonomy;
        this.dictionaries = dictionaries;
    }

    /** Finds the terms of the built-in taxonomy. */
    public static TopicFinder builtIn() {
        return BUILT_IN;
    }

    /**
     * Finds the terms of the built-in taxonomy and of what a user brings. Its dictionaries are made once for all threads.
     *
     * @param own what is laid over the built-in taxonomy
     */
    public static TopicFinder of(OwnTaxonomy own) {
        if (own.isEmpty()) {
            return BUILT_IN;
        }
        synchronized (TopicFinder.class) {
            if (!lastDigest.equals(own.digest())) {
                last = new TopicFinder(Taxonomy.of(own));
                lastDigest = own.digest();
            }
            return last;
        }
    }

    /**
     * Finds the same terms, one topic being none that the models know: see {@link Taxonomy#asOwn}.
     *
     * @param topic code of the topic
     */
    public TopicFinder asOwn(String topic) {
        return new TopicFinder(taxonomy.asOwn(topic), dictionaries);
    }

    /** The topics whose terms are found. */
    Taxonomy taxonomy() {
        return taxonomy;
    }

    /**
     * What was found in an article.
     *
     * @param taxonomy the topics that were searched for
     * @param language its language
     * @param title its headline, empty if it has none
     * @param text its text
     * @param topics the findings of each topic, in the order of their codes
     * @param settings the words of each setting
     * @param said topics that the opening says clearly enough for them to be candidates without a term
     */
    public record Findings(
            Taxonomy taxonomy,
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
            for (String code : taxonomy.topics()) {
                int number = taxonomy.number(code);
                if (number >= 0 && scores.opening(number) >= LEAST_LOG_ODDS) {
                    byTopic.put(code, new TopicFinding(code, List.of()));
                }
            }
            Set<String> candidates = Set.copyOf(byTopic.keySet());
            topics.forEach(topic -> byTopic.put(topic.topic(), topic));
            return new Findings(taxonomy, language, title, text, List.copyOf(byTopic.values()), settings, candidates);
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
        Dictionary dictionary = dictionaries.get(language);
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
        return new Findings(taxonomy, language, head, text, topics, settings, Set.of());
    }

    private Dictionary dictionary(Language language) {
        if (this != BUILT_IN
                && taxonomy.terms(language).equals(Taxonomy.builtIn().terms(language))) {
            return BUILT_IN.dictionaries.get(language);
        }
        var terms = new ArrayList<>(taxonomy.terms(language));
        terms.addAll(CrimeSettings.get().terms(language));
        var entries = terms.stream()
                .map(t -> new Lexicon.Entry(t.topic(), t.term(), t.kind() == Taxonomy.Kind.EXCLUSION))
                .toList();
        return new Dictionary(terms, new Lexicon(entries, Lexicon.Overlap.WITHIN_KEY));
    }
}
