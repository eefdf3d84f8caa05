package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.incident.EventFacts;
import org.lintas.lab.incident.TrainFactModels.Fact;
import org.lintas.lab.topic.LabelledArticle;
import org.lintas.record.Draft;
import org.lintas.text.Language;
import org.lintas.topic.passage.TokenVectors;

/** Articles and written texts of which it is known whether they tell of one event: verdict 1 or 0. */
final class SingleEvents {

    /** Genres of written texts that tell of one event, and those that tell of none. Other ones may tell of an event that is no crime. */
    private static final Set<String> OF_ONE = Set.of("crime_report", "trial");

    private static final Set<String> OF_NONE =
            Set.of("opinion", "campaign", "history", "law", "agency", "feature", "fiction");

    /** How much a written text of a few sentences counts beside an article. */
    private static final double TEXT_WEIGHT = .1;

    /** The most that an article of a rare verdict counts. */
    private static final double MOST = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SingleEvents() {}

    /**
     * The labelled articles of a corpus.
     *
     * @param labels folder with {@code LANG.jsonl}: id, and tells
     */
    static List<Fact> labelled(Path labels, FinishedCorpus corpus, boolean isFitted) throws IOException {
        Map<String, String> verdicts = new HashMap<>();
        for (Language language : Language.values()) {
            Path file = labels.resolve(language.code() + ".jsonl");
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                JsonNode label = JSON.readTree(line);
                if (label.has("tells")) {
                    boolean isOne = label.path("tells").asText().equals("incident");
                    verdicts.put(label.path("id").asText(), isOne ? "1" : "0");
                }
            }
        }
        var reader = new EventFacts(TokenVectors.load());
        List<Fact> facts = new ArrayList<>();
        CorpusDrafts.forEach(corpus, draft -> {
            String verdict = verdicts.get(draft.getRecordId());
            if (verdict != null && Language.of(draft.getLanguage()).isPresent()) {
                facts.add(new Fact(draft, reader.features(draft).get(EventFacts.ARTICLE), verdict, isFitted));
            }
        });
        return facts;
    }

    /** Written reports: those that only mention an incident tell of none. */
    static List<Fact> reports(List<Written> all) {
        var reader = new EventFacts(TokenVectors.load());
        return all.stream()
                .map(written -> new Fact(
                        written.draft(),
                        reader.features(written.draft()).get(EventFacts.ARTICLE),
                        written.isOfIncident() && !written.role().equals("mention") ? "1" : "0",
                        true))
                .toList();
    }

    /**
     * Written texts, by their genre.
     *
     * @param folder as {@link LabelledArticle#readWritten} reads it
     */
    static List<Fact> texts(Path folder) throws IOException {
        var reader = new EventFacts(TokenVectors.load());
        return LabelledArticle.readWritten(folder).stream()
                .filter(text -> OF_ONE.contains(text.genre()) || OF_NONE.contains(text.genre()))
                .map(text -> new Fact(
                        text.id(),
                        text.language().code(),
                        reader.features(draft(text)).get(EventFacts.ARTICLE),
                        OF_ONE.contains(text.genre()) ? "1" : "0",
                        true,
                        TEXT_WEIGHT))
                .toList();
    }

    private static Draft draft(LabelledArticle text) {
        return Draft.newBuilder()
                .setArticleId(text.id())
                .setRecordId(text.id())
                .setArchiveFile("")
                .setArchiveOffset(0)
                .setLanguage(text.language().code())
                .setTitle(text.title())
                .setText(text.text())
                .build();
    }

    /**
     * The same, weighed so that in each language as many tell of one event as of none, articles and texts counted alike: how many do so depends on where
     * articles were collected.
     */
    static List<Fact> balanced(List<Fact> facts) {
        Map<List<String>, Double> counts = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> List.of(fact.language(), fact.verdict()), Collectors.summingDouble(fact -> 1)));
        return facts.stream()
                .map(fact -> {
                    double ones = counts.getOrDefault(List.of(fact.language(), "1"), 0d);
                    double others = counts.getOrDefault(List.of(fact.language(), "0"), 0d);
                    double share = (fact.verdict().equals("1") ? ones : others) / (ones + others);
                    return new Fact(
                            fact.article(),
                            fact.language(),
                            fact.features(),
                            fact.verdict(),
                            fact.isFitted(),
                            fact.weight() * Math.min(MOST, .5 / share));
                })
                .toList();
    }
}
