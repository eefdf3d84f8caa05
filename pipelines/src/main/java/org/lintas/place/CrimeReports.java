package org.lintas.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lintas.place.CountryTagger.Mention;
import org.lintas.place.CrimeReport.Span;
import org.lintas.record.Draft;
import org.lintas.record.EvidenceSpan;
import org.lintas.record.TopicLabel;
import org.lintas.schemas.Genre;
import org.lintas.schemas.Grade;
import org.lintas.text.Language;

/** Makes reports of drafts whose topics are known. */
final class CrimeReports {

    private CrimeReports() {}

    /**
     * The report of a draft; without topics if none of its topics is a main one.
     *
     * @param mentions countries and places that its headline and text name
     */
    static CrimeReport of(Language language, Draft draft, List<Mention> mentions) {
        String title = draft.getTitle();
        int titleEnd = title == null ? 0 : title.length();
        int textStart = title == null ? 0 : titleEnd + 1;
        var evidence = new ArrayList<Span>();
        var topics = new ArrayList<String>();
        for (TopicLabel label : draft.getTopics()) {
            if (label.getGrade().equals(Grade.main.name())) {
                topics.add(label.getTopic());
                for (EvidenceSpan hit : label.getEvidence()) {
                    evidence.add(hit.getInTitle() ? span(title, 0, hit) : span(draft.getText(), textStart, hit));
                }
            }
        }
        return new CrimeReport(
                language,
                title == null ? draft.getText() : title + "\n" + draft.getText(),
                titleEnd,
                evidence,
                topics,
                Optional.ofNullable(draft.getGenre()).map(Genre::valueOf),
                mentions,
                PressHome.of(language, draft.getUrlHost()));
    }

    private static Span span(String text, int offset, EvidenceSpan hit) {
        int start = text.offsetByCodePoints(0, hit.getStart());
        return new Span(offset + start, offset + text.offsetByCodePoints(start, hit.getEnd() - hit.getStart()));
    }
}
