package org.lintas.topic;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.record.ReaderDecision;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.CorrectedField;
import org.lintas.schemas.ReaderGrade;

/** The topics of an article after what readers decided. Evidence stays where there is some. */
final class CorrectedTopics {

    /** A reader is sure. */
    private static final double SCORE = 1;

    private CorrectedTopics() {}

    /**
     * The topics, the surest first.
     *
     * @param topics as the program finds them
     * @param decisions on all fields, at most one a topic
     */
    static List<TopicLabel> of(List<TopicLabel> topics, List<ReaderDecision> decisions) {
        Map<String, TopicLabel> corrected = new TreeMap<>();
        topics.forEach(label -> corrected.put(label.getTopic(), label));
        for (ReaderDecision decision : decisions) {
            if (!decision.getField().equals(CorrectedField.topic.name())) {
                continue;
            }
            TopicLabel found = corrected.remove(decision.getValue());
            if (!decision.getGrade().equals(ReaderGrade.none.name())) {
                corrected.put(
                        decision.getValue(),
                        TopicLabel.newBuilder()
                                .setTopic(decision.getValue())
                                .setGrade(decision.getGrade())
                                .setScore(SCORE)
                                .setEvidence(found == null ? List.of() : found.getEvidence())
                                .build());
            }
        }
        return corrected.values().stream()
                .sorted(Comparator.comparingDouble(TopicLabel::getScore)
                        .reversed()
                        .thenComparing(TopicLabel::getTopic))
                .toList();
    }
}
