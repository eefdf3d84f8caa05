package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lintas.incident.Incidents;
import org.lintas.incident.ReportReader;
import org.lintas.record.ArticleReport;
import org.lintas.record.Draft;
import org.lintas.schemas.IncidentFigure;

/** What readers read in the reports of incidents: how much of something there is in all. */
final class ReadValues {

    /** Best values from these confidences on are counted once more. */
    private static final List<Double> BOUNDS = List.of(0.0, .5, .8);

    /**
     * An answer.
     *
     * @param articles that were put together, by their ids
     * @param values that can be defended, the best first; empty if none is told
     * @param draw how it was drawn
     */
    record Row(List<String> articles, String subject, String unit, List<Double> values, String draw) {

        boolean isRight(double value) {
            return values.stream().anyMatch(read -> FigureKeys.isSame(read, value));
        }
    }

    private final List<Row> rows;
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, ArticleReport> reports = new HashMap<>();
    private final ReportReader reader = new ReportReader();

    private ReadValues(List<Row> rows) {
        this.rows = rows;
        rows.forEach(row -> wanted.addAll(row.articles));
    }

    /** Reads {@code values.tsv}. */
    static ReadValues read(Path file) throws IOException {
        return new ReadValues(Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> new Row(
                        List.of(row[0].split(",")),
                        row[1],
                        row[2],
                        Stream.of(row[3].split("\\|"))
                                .filter(value -> !value.equals("x"))
                                .map(Double::valueOf)
                                .toList(),
                        row[4]))
                .toList());
    }

    /** Reads an article, if something was read in it. */
    void add(Draft draft) {
        if (wanted.contains(draft.getArticleId())) {
            reader.read(draft).ifPresent(report -> reports.put(draft.getArticleId(), report));
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** The reports of a row that were added. */
    List<ArticleReport> reports(Row row) {
        return row.articles.stream()
                .filter(reports::containsKey)
                .map(reports::get)
                .toList();
    }

    /** Prints how many of the best values are right, of those of one draw of which an article was added: all of them, then those with a figure of so much confidence. */
    void print(String draw) {
        List<Row> some = rows.stream()
                .filter(row -> row.draw.equals(draw) && !reports(row).isEmpty())
                .toList();
        Map<Row, IncidentFigure> figures = new HashMap<>();
        some.forEach(row -> figure(row).ifPresent(figure -> figures.put(row, figure)));
        System.out.printf(
                Locale.ROOT,
                "figures as readers read them, %s: %d in %d incidents%n",
                draw,
                some.size(),
                some.stream().map(Row::articles).distinct().count());
        for (double bound : BOUNDS) {
            List<Row> sure = some.stream()
                    .filter(row -> figures.containsKey(row) && figures.get(row).getConfidence() >= bound)
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "  best values from a confidence of %.1f on: %d, right %.3f%n",
                    bound,
                    sure.size(),
                    (double) sure.stream()
                                    .filter(row -> row.isRight(figures.get(row).getBest()))
                                    .count()
                            / sure.size());
        }
    }

    private Optional<IncidentFigure> figure(Row row) {
        return Incidents.rows(reports(row), List.of(row.articles)).stream()
                .filter(IncidentFigure.class::isInstance)
                .map(IncidentFigure.class::cast)
                .filter(figure -> !figure.getIsAggregate()
                        && figure.getSubject().equals(row.subject)
                        && figure.getUnit().equals(row.unit))
                .findFirst();
    }
}
