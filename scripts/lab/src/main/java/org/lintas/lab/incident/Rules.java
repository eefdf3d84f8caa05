package org.lintas.lab.incident;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.lintas.dedup.text.NearDuplicates;
import org.lintas.dedup.text.Provenance;
import org.lintas.dedup.text.RepresentativeRank;
import org.lintas.dedup.text.Thresholds;
import org.lintas.incident.Incidents;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;

/** Ways to group articles by incident, each giving the number of a group for each article. */
final class Rules {

    private static final int DAYS = 3;

    private Rules() {}

    /** The groups of Lintas. */
    static List<String> incidents(List<Draft> drafts) {
        return incidents(drafts, report -> report);
    }

    /**
     * The groups of Lintas, of reports that are changed before they are compared.
     *
     * @param change keeps the id of a report
     */
    static List<String> incidents(List<Draft> drafts, UnaryOperator<ArticleReport> change) {
        var reader = new ReportReader();
        List<ArticleReport> reports = new ArrayList<>();
        Map<String, String> groups = new HashMap<>();
        for (Draft draft : drafts) {
            groups.put(draft.getArticleId(), draft.getArticleId());
            reader.read(draft).map(change).ifPresent(reports::add);
        }
        for (List<String> incident : Incidents.of(reports)) {
            incident.forEach(id -> groups.put(id, incident.get(0)));
        }
        return drafts.stream().map(draft -> groups.get(draft.getArticleId())).toList();
    }

    /** Articles with a topic in common, published within three days, with a place and a figure in common. */
    static List<String> naive(List<Draft> drafts) {
        return linked(
                drafts,
                (one, other) -> isNear(one, other)
                        && one.getTopics().stream()
                                .anyMatch(topic -> other.getTopics().stream()
                                        .anyMatch(its -> its.getTopic().equals(topic.getTopic())))
                        && one.getPlaces().stream()
                                .anyMatch(place -> other.getPlaces().stream()
                                        .anyMatch(its -> its.getPlace().equals(place.getPlace())))
                        && one.getFigures().stream()
                                .anyMatch(figure -> other.getFigures().stream()
                                        .anyMatch(its -> its.getValue() == figure.getValue()
                                                && Objects.equals(its.getSubject(), figure.getSubject())
                                                && Objects.equals(its.getUnit(), figure.getUnit()))));
    }

    private static boolean isNear(Draft one, Draft other) {
        return one.getPublishedAt() == null
                || other.getPublishedAt() == null
                || Math.abs(ChronoUnit.DAYS.between(one.getPublishedAt(), other.getPublishedAt())) <= DAYS;
    }

    /** Copies of a text, as they are dropped. */
    static List<String> copies(List<Draft> drafts) {
        List<NearDuplicates.Article> articles = new ArrayList<>();
        for (Draft draft : drafts) {
            articles.add(new NearDuplicates.Article(
                    new RepresentativeRank(
                            null, 0, draft.getText().length(), draft.getArticleId(), "", articles.size()),
                    Provenance.UNKNOWN,
                    false,
                    draft.getLanguage(),
                    draft.getTitle(),
                    draft.getText()));
        }
        return NearDuplicates.of(articles, Thresholds.DEFAULT).stream()
                .map(membership -> Integer.toString(membership.representative()))
                .toList();
    }

    private static List<String> linked(List<Draft> drafts, BiPredicate<Draft, Draft> isSame) {
        List<Integer> groups = new ArrayList<>(Collections.nCopies(drafts.size(), -1));
        for (int i = 0; i < drafts.size(); i++) {
            if (groups.get(i) >= 0) {
                continue;
            }
            List<Integer> open = new ArrayList<>(List.of(i));
            groups.set(i, i);
            while (!open.isEmpty()) {
                int at = open.remove(open.size() - 1);
                for (int j = i + 1; j < drafts.size(); j++) {
                    if (groups.get(j) < 0 && isSame.test(drafts.get(at), drafts.get(j))) {
                        groups.set(j, i);
                        open.add(j);
                    }
                }
            }
        }
        return groups.stream().map(group -> Integer.toString(group)).toList();
    }
}
