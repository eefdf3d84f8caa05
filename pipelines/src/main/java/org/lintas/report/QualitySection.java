package org.lintas.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.data.Count;
import org.lintas.report.data.Distributions;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Lengths and scores, and completeness. */
final class QualitySection {

    private static final int TICKS = 5;

    /** Width of the names of columns and of a percentage, in rem. */
    private static final double COLUMN_NAME = 14;

    private QualitySection() {}

    static Section distributions(ReportData data) {
        Distributions distributions = data.distributions().value();
        return new Section(
                "scores",
                "Lengths and scores",
                "Scores are probabilities from 0 to 1; each column covers 0.05.",
                List.of(
                        Section.cards(
                                histogram(
                                        "Length of texts in characters; each column covers twice the range of the one before",
                                        distributions.lengths(),
                                        "Articles"),
                                histogram("Score of main topics", distributions.mainScores(), "Labels"),
                                histogram("Score of mentions", distributions.mentionScores(), "Labels"),
                                histogram("Confidence of the language", distributions.confidence(), "Articles"),
                                histogram("Similarity of near duplicates", distributions.similarity(), "Copies")),
                        Section.sql(data.distributions())));
    }

    private static Element histogram(String title, List<Count> counts, String what) {
        Count most = counts.stream()
                .max((a, b) -> Long.compare(a.count(), b.count()))
                .orElseThrow();
        return Columns.of(
                title,
                title + "; highest column starts at " + most.name() + ": " + Format.number(most.count()) + ".",
                counts,
                TICKS,
                what);
    }

    static Section completeness(ReportData data) {
        Grid grid = data.completeness().value();
        Map<String, Double> articles = data.columns().value().stream()
                .filter(cell -> cell.row().equals("articles"))
                .collect(Collectors.toMap(Grid.Cell::column, Grid.Cell::value));
        var heat = new HeatTable(
                grid,
                COLUMN_NAME,
                100,
                share -> share,
                QualitySection::column,
                code -> Format.plain(Format.language(code)),
                value -> value < 99.5 && value >= 0.5 ? Format.number(value) : Format.number(Math.rint(value)));
        List<List<Node>> rows = data.columns().value().stream()
                .map(cell -> List.<Node>of(
                        column(cell.row() + "." + cell.column()), Format.plain(Format.percent(cell.value()))))
                .toList();
        return new Section(
                "completeness",
                "Completeness",
                "Percentage of the articles of each language that have a value, for columns that may be empty.",
                List.of(
                        heat.of(
                                "Percentage with a value, by column and language",
                                "All",
                                column -> Format.percent(articles.get(column))),
                        Section.folded(
                                "All columns of all datasets",
                                Tables.of(
                                        "Percentage with a value, by column",
                                        List.of("Column", "With a value"),
                                        1,
                                        rows)),
                        Section.sql(data.completeness(), data.columns())));
    }

    /** The name of a column or a check, with line breaks allowed after underscores and dots. */
    static Node column(String name) {
        Element code = Element.of("code");
        for (String part : name.split("(?<=[_.])")) {
            code.add(part).add(Element.of("wbr"));
        }
        return code;
    }
}
