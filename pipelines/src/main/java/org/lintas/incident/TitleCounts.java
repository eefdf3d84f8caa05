package org.lintas.incident;

import java.util.List;
import java.util.Optional;
import org.lintas.figure.FigureFinder;
import org.lintas.incident.Sentences.Part;
import org.lintas.record.Draft;
import org.lintas.record.FigureMention;
import org.lintas.record.ReportedCount;

/** What the headline of an article counts of its event and its text does not. */
final class TitleCounts {

    /** A figure of the text that is so likely counts all of the event: the headline then rounds it, or counts a part. */
    private static final double LIKELY = .5;

    /** How likely goods, people and money of a headline are all of the event: about the share of 179 that were read. */
    private static final double GOODS = .9;

    private static final double PEOPLE = .75;
    private static final double MONEY = .6;

    private static final String DRUGS = "drugs";

    private static final FigureFinder FINDER = new FigureFinder();

    private TitleCounts() {}

    /**
     * The figures of the headline, without those that the text tells, too, and those whose total it likely tells. A total of the year in the text is another one.
     *
     * @param counts the figures of the text
     */
    static List<ReportedCount> of(Draft draft, ReportWords words, List<ReportedCount> counts) {
        List<FigureMention> figures = FINDER.inTitle(draft);
        if (figures.isEmpty() || words.in(draft.getTitle()).contains(ReportWords.Kind.LAW)) {
            return List.of();
        }
        List<Part> parts =
                figures.stream().map(figure -> part(draft.getTitle(), figure)).toList();
        return figures.stream()
                .filter(figure -> !Aggregates.isTotal(
                        words,
                        draft.getTitle(),
                        part(draft.getTitle(), figure),
                        parts.stream()
                                .filter(other -> !other.equals(part(draft.getTitle(), figure)))
                                .toList()))
                .filter(figure -> figure.getUnit() != null || figure.getSubject() != null)
                .filter(figure -> !EventFacts.isTooMany(figure))
                .map(TitleCounts::count)
                .filter(count -> counts.stream()
                        .filter(told -> !told.getIsAggregate())
                        .noneMatch(told -> countSame(told, count)
                                && (told.getWhole() >= LIKELY || Rounding.agree(told.getLow(), count.getLow()))))
                .toList();
    }

    private static Part part(String title, FigureMention figure) {
        int start = title.offsetByCodePoints(0, figure.getStart());
        return new Part(start, title.offsetByCodePoints(start, figure.getEnd() - figure.getStart()));
    }

    /** Whether a figure of the text counts the same as one of the headline, which may call it drugs. */
    private static boolean countSame(ReportedCount told, ReportedCount ofTitle) {
        return told.getUnit().equals(ofTitle.getUnit())
                && (told.getSubject().equals(ofTitle.getSubject())
                        || ofTitle.getSubject().equals(DRUGS));
    }

    private static ReportedCount count(FigureMention figure) {
        String unit = Optional.ofNullable(figure.getUnit()).orElse("");
        return ReportedCount.newBuilder()
                .setSubject(Optional.ofNullable(figure.getSubject()).orElse("money"))
                .setUnit(unit)
                .setLow(figure.getValue())
                .setHigh(Optional.ofNullable(figure.getValueHigh()).orElse(figure.getValue()))
                .setIsAggregate(false)
                .setInOpening(true)
                .setIsOfEvent(true)
                .setWhole(figure.getSubject() == null ? MONEY : unit.equals("person") ? PEOPLE : GOODS)
                .build();
    }
}
