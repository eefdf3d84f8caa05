package org.lintas.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.data.Count;
import org.lintas.report.data.Distributions;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Lengths and scores, completeness, expectations, and the run. */
final class QualitySection {

    private static final int TICKS = 5;

    private QualitySection() {}

    static Section distributions(ReportData data) {
        Distributions distributions = data.distributions();
        return new Section(
                "scores",
                "Lengths and scores",
                "Scores are probabilities from 0 to 1; each column covers 0.05.",
                List.of(Section.cards(
                        histogram(
                                "Length of texts in characters; each column covers twice the range of the one before",
                                distributions.lengths(),
                                "Articles"),
                        histogram("Score of main topics", distributions.mainScores(), "Labels"),
                        histogram("Score of mentions", distributions.mentionScores(), "Labels"),
                        histogram("Confidence of the language", distributions.confidence(), "Articles"),
                        histogram("Similarity of near duplicates", distributions.similarity(), "Copies"))));
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
        Grid grid = data.completeness();
        Map<String, Double> articles = data.columns().stream()
                .filter(cell -> cell.row().equals("articles"))
                .collect(Collectors.toMap(Grid.Cell::column, Grid.Cell::value));
        var heat = new HeatTable(
                grid,
                100,
                share -> share,
                QualitySection::column,
                code -> Element.of("abbr", code).with("title", Format.language(code)),
                value -> value < 99.5 && value >= 0.5 ? Format.number(value) : Format.number(Math.rint(value)));
        List<List<Node>> rows = data.columns().stream()
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
                                        rows))));
    }

    /** The name of a column, with line breaks allowed after underscores. */
    private static Node column(String name) {
        Element code = Element.of("code");
        for (String part : name.split("(?<=_)")) {
            code.add(part).add(Element.of("wbr"));
        }
        return code;
    }

    static Section expectations(ReportData data) {
        List<RunFacts.Expectation> expectations = data.run().expectations();
        List<List<Node>> rows = expectations.stream()
                .map(expectation -> List.of(
                        Format.plain(expectation.name()),
                        Format.plain(
                                expectation.passed()
                                        ? "✓ passed"
                                        : expectation.failed() ? "✗ failed" : "– not checked"),
                        Format.isolated(expectation.detail())))
                .toList();
        return new Section(
                "expectations",
                "Expectations",
                expectations.isEmpty() ? "No expectations were checked in this run." : "",
                expectations.isEmpty()
                        ? List.of()
                        : List.of(Tables.of("Checks", List.of("Expectation", "Result", "Detail"), 3, rows)));
    }

    static Section run(ReportData data) {
        RunFacts run = data.run();
        Map<String, String> facts = new TreeMap<>(Map.of(
                "Run", run.runId(),
                "Finished", run.finished(),
                "Seconds", Format.number(run.seconds()),
                "Files", Format.number(run.files()) + " of " + Format.bytes(run.bytes()) + " together"));
        List<List<Node>> inputs = run.inputs().stream()
                .map(input -> List.of(
                        Format.isolated(input.path()),
                        Format.plain(Format.bytes(input.bytes())),
                        Format.plain(Format.number(input.documents())),
                        Format.plain(Format.number(input.rejects()))))
                .toList();
        return new Section(
                "run",
                "How it was made",
                "",
                List.of(
                        Section.cards(
                                Section.card(Element.of("h3", "Run"), Tables.of(facts)),
                                Section.card(Element.of("h3", "Settings"), Tables.of(run.options())),
                                Section.card(Element.of("h3", "Versions"), Tables.of(run.versions()))),
                        Section.folded(
                                Format.number(run.inputs().size()) + " archive files",
                                Tables.of(
                                        "Archive files",
                                        List.of("File", "Size", "Documents", "Rejected while reading"),
                                        1,
                                        inputs))));
    }
}
