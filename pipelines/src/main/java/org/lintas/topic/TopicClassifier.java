package org.lintas.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lintas.element.TermHit;
import org.lintas.element.TopicLabel;
import org.lintas.text.CodePoints;
import org.lintas.text.Language;
import org.lintas.text.Lexicon;

/**
 * Labels an article with topics by the terms in it. A topic needs one core term or two different supporting ones. Terms in
 * the headline count three times, in the lead twice, and each repetition of a term less than the one before; the sum, put
 * in proportion to the length of the text, and what stands in front decide between {@code main} and {@code mention}.
 */
public final class TopicClassifier {

    /** Stands in the file metadata of every dataset that depends on labels. */
    public static final String VERSION = "lexicon-1";

    /** The lead, in UTF-16 units; of a short text at most half. */
    private static final int LEAD = 500;

    private static final int IN_TITLE = 3;
    private static final int IN_LEAD = 2;

    /** Density from which a topic is main anyway, and from which it is main with a term in front. */
    private static final double MAIN = 4;

    private static final double MAIN_IN_FRONT = 2.2;

    /** Weight of terms in headline and lead that puts a topic in front. */
    private static final double FRONT = 0.8;

    private static final int MAX_EVIDENCE = 20;

    private record Dictionary(List<Taxonomy.Term> terms, Lexicon lexicon) {}

    private final Map<Language, Dictionary> dictionaries = new EnumMap<>(Language.class);

    /** What of one topic was found. */
    private static final class Finding {
        private final List<WeightedHit> hits = new ArrayList<>();
        private final Map<Integer, Integer> seen = new HashMap<>();
        private final Set<Integer> supporting = new HashSet<>();
        private double sum;
        private double front;
        private boolean core;

        void add(int entry, Taxonomy.Term term, int position, Lexicon.Hit hit) {
            int times = seen.merge(entry, 1, Integer::sum);
            double value = term.weight() * position / times;
            sum += value;
            core |= term.kind() == Taxonomy.Kind.CORE;
            if (term.kind() == Taxonomy.Kind.SUPPORTING) {
                supporting.add(entry);
            }
            if (position > 1 && term.kind() != Taxonomy.Kind.CONTEXT) {
                front += term.weight();
            }
            hits.add(new WeightedHit(hit, value));
        }

        boolean carries() {
            return core || supporting.size() >= 2;
        }
    }

    private record WeightedHit(Lexicon.Hit hit, double value) {}

    /** The labels of an article, by topic. Empty for languages without a lexicon. */
    public List<TopicLabel> classify(Language language, String title, String text) {
        Dictionary dictionary = dictionaries.computeIfAbsent(language, TopicClassifier::dictionary);
        String head = title == null || title.isEmpty() ? "" : title + "\n";
        String all = head + text;
        int lead = Math.min(LEAD, text.length() / 2);
        Map<String, Finding> findings = new TreeMap<>();
        for (Lexicon.Hit hit : dictionary.lexicon.find(all)) {
            Taxonomy.Term term = dictionary.terms.get(hit.entry());
            int position = hit.start() < head.length() ? IN_TITLE : hit.start() < head.length() + lead ? IN_LEAD : 1;
            findings.computeIfAbsent(term.topic(), any -> new Finding()).add(hit.entry(), term, position, hit);
        }
        var labels = new ArrayList<TopicLabel>();
        double length = Math.sqrt(Math.max(all.length(), 400) / 1_000.0);
        findings.forEach((topic, finding) -> {
            if (finding.carries()) {
                labels.add(label(topic, finding, finding.sum / length, title, head.length(), text));
            }
        });
        return labels;
    }

    private static TopicLabel label(
            String topic, Finding finding, double density, String title, int headLength, String text) {
        boolean main = density >= MAIN || (finding.front >= FRONT && density >= MAIN_IN_FRONT);
        List<TermHit> evidence = finding.hits.stream()
                .sorted(Comparator.comparingDouble((WeightedHit h) -> -h.value).thenComparingInt(h -> h.hit.start()))
                .limit(MAX_EVIDENCE)
                .map(h -> evidence(h.hit, title, headLength, text))
                .toList();
        return TopicLabel.newBuilder()
                .setTopic(topic)
                .setGrade(main ? "main" : "mention")
                .setScore(density / (density + MAIN_IN_FRONT))
                .setEvidence(evidence)
                .build();
    }

    private static TermHit evidence(Lexicon.Hit hit, String title, int headLength, String text) {
        boolean inTitle = hit.start() < headLength;
        String field = inTitle ? title : text;
        int start = inTitle ? hit.start() : hit.start() - headLength;
        int end = inTitle ? Math.min(hit.end(), title.length()) : hit.end() - headLength;
        return TermHit.newBuilder()
                .setTerm(field.substring(start, end))
                .setInTitle(inTitle)
                .setStart(CodePoints.offset(field, start))
                .setEnd(CodePoints.offset(field, end))
                .build();
    }

    private static Dictionary dictionary(Language language) {
        List<Taxonomy.Term> terms = Taxonomy.get().terms(language);
        var entries = terms.stream()
                .map(t -> new Lexicon.Entry(t.topic(), t.term(), t.kind() == Taxonomy.Kind.EXCLUSION))
                .toList();
        return new Dictionary(terms, new Lexicon(entries, Lexicon.Overlap.WITHIN_KEY));
    }
}
