package org.lintas.lab.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.lintas.entity.EntityFinder;
import org.lintas.entity.WatchList;
import org.lintas.figure.FigureFinder;
import org.lintas.place.PlaceLabels;
import org.lintas.record.Draft;
import org.lintas.record.TopicLabel;
import org.lintas.text.Language;
import org.lintas.topic.GenreModel;
import org.lintas.topic.TopicClassifier;

/** Makes labelled articles of texts, as the stages of a build do one after the other. */
final class Labeller {

    private final TopicClassifier classifier = new TopicClassifier();
    private final PlaceLabels places = new PlaceLabels();
    private final FigureFinder figures = new FigureFinder();
    private final EntityFinder entities = new EntityFinder(WatchList.none());

    /** The article of a JSON object with title, text, outlet and a date such as 2025-03-12 as {@code published}. */
    Draft label(String id, Language language, JsonNode node, String outlet) {
        Optional<LocalDate> day = Optional.ofNullable(node.path("published").textValue())
                .filter(date -> date.matches("\\d{4}-\\d{2}-\\d{2}.*"))
                .map(date -> LocalDate.parse(date.substring(0, 10)));
        Draft draft = Draft.newBuilder()
                .setArticleId(id)
                .setRecordId(id)
                .setArchiveFile("")
                .setArchiveOffset(0)
                .setLanguage(language.code())
                .setTitle(node.path("title").textValue())
                .setText(node.path("text").asText())
                .setSource(outlet)
                .setPublishedAt(day.map(date -> date.atStartOfDay().toInstant(ZoneOffset.UTC))
                        .orElse(null))
                .setPublishedPrecision(day.isPresent() ? "day" : null)
                .build();
        TopicClassifier.Reading reading = classifier.read(language, draft.getTitle(), draft.getText());
        draft.setTopics(reading.topics());
        draft.setGenre(reading.genre()
                .filter(GenreModel.Guess::isLikely)
                .map(guess -> guess.genre().name())
                .orElse(null));
        Draft placed = places.label(draft);
        placed.setFigures(figures.find(placed));
        placed.setEntities(entities.find(placed));
        return placed;
    }

    /** The same article as if its topic had been found: editors group news of all kinds. */
    static Draft withTopic(Draft draft, String topic) {
        if (draft.getTopics().stream().noneMatch(label -> label.getGrade().equals("main"))) {
            draft.setTopics(List.of(new TopicLabel(topic, "main", 1d, List.of())));
        }
        return draft;
    }
}
