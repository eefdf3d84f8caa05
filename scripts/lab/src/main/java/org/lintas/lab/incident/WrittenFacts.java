package org.lintas.lab.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.lintas.incident.EventFacts;
import org.lintas.lab.incident.TrainFactModels.Fact;
import org.lintas.record.FigureMention;
import org.lintas.topic.passage.TokenVectors;

/** Days and figures that written reports of incidents tell, judged by what the reports were written from. */
final class WrittenFacts {

    private final EventFacts reader = new EventFacts(TokenVectors.load());
    private final List<Written> reports;

    WrittenFacts(List<Written> all) {
        reports = all.stream()
                .filter(written -> written.isOfIncident() && !written.role().equals("mention"))
                .toList();
    }

    /** The days: right is that of the incident. */
    List<Fact> days() {
        return facts("day", (written, columns) -> columns[2].equals(written.day()) ? "1" : "0");
    }

    /** The figures of which a report was written from others of their kind: right are those. */
    List<Fact> figures() {
        return facts("figure", (written, columns) -> {
            FigureMention figure = written.draft().getFigures().stream()
                    .filter(told -> told.getStart() == Integer.parseInt(columns[1]))
                    .findFirst()
                    .orElseThrow();
            List<Double> values = written.figures().entrySet().stream()
                    .filter(told -> FigureKeys.counts(FigureKeys.of(told.getKey()), figure))
                    .map(Map.Entry::getValue)
                    .toList();
            boolean isRight = values.stream().anyMatch(value -> FigureKeys.isSame(value, figure.getValue()));
            return values.isEmpty() ? "" : isRight ? "1" : "0";
        });
    }

    /**
     * The facts of a kind.
     *
     * @param verdict of a report and the columns of a fact: kind, place, value; empty if it is not known
     */
    private List<Fact> facts(String kind, BiFunction<Written, String[], String> verdict) {
        List<Fact> facts = new ArrayList<>();
        for (Written written : reports) {
            reader.features(written.draft()).forEach((key, features) -> {
                String[] columns = key.split("\t");
                String judged = columns[0].equals(kind) ? verdict.apply(written, columns) : "";
                if (!judged.isEmpty()) {
                    facts.add(new Fact(written.draft(), features, judged, true));
                }
            });
        }
        return facts;
    }
}
