package org.lintas.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lintas.report.chart.Columns;
import org.lintas.report.chart.HeatTable;
import org.lintas.report.data.Count;
import org.lintas.report.data.Grid;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;
import org.lintas.report.data.Shapes;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** Lengths and scores, what is filled, what was expected, and how the corpus was made. */
final class QualitySection {

    private static final int TICKS = 5;

    private QualitySection() {}

    static Section shapes(ReportData data) {
        Shapes shapes = data.shapes();
        return new Section(
                "scores",
                "Lengths and scores",
                "Scores are probabilities, 0 to 1; each column is as wide as 0.05.",
                List.of(Section.cards(
                        histogram(
                                "Length of texts in characters, each column twice the one before",
                                shapes.lengths(),
                                "Articles"),
                        histogram("Score of main topics", shapes.mainScores(), "Labels"),
                        histogram("Score of mentions", shapes.mentionScores(), "Labels"),
                        histogram("Confidence of the language", shapes.confidence(), "Articles"),
                        histogram("Similarity of near duplicates", shapes.similarity(), "Copies"))));
    }

    private static Element histogram(String title, List<Count> counts, String what) {
        Count most = counts.stream()
                .max((a, b) -> Long.compare(a.count(), b.count()))
                .orElseThrow();
        return Columns.of(
                title,
                title + "; most from " + most.name() + " on: " + Words.number(most.count()) + ".",
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
                code -> Element.of("abbr", code).with("title", Words.language(code)),
                value -> value < 99.5 && value >= 0.5 ? Words.number(value) : Words.number(Math.rint(value)));
        List<List<Node>> rows = data.columns().stream()
                .map(cell -> List.<Node>of(
                        column(cell.row() + "." + cell.column()), Words.plain(Words.percent(cell.value()))))
                .toList();
        return new Section(
                "completeness",
                "Completeness",
                "Of every hundred articles of a language, how many have a value in the columns that may be empty.",
                List.of(
                        heat.of(
                                "Filled, per cent, by column and language",
                                "All",
                                column -> Words.percent(articles.get(column))),
                        Section.folded(
                                "All columns of all datasets",
                                Tables.of("Filled, per cent, by column", List.of("Column", "Filled"), 1, rows))));
    }

    /** The name of a column, which may be broken after its underscores. */
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
                        Words.plain(expectation.name()),
                        Words.plain(
                                expectation.passed() ? "✓ met" : expectation.failed() ? "✗ failed" : "– not checked"),
                        Words.foreign(expectation.detail())))
                .toList();
        return new Section(
                "expectations",
                "Expectations",
                expectations.isEmpty() ? "Beyond the sum of records, nothing was checked in this run." : "",
                expectations.isEmpty()
                        ? List.of()
                        : List.of(Tables.of("What was checked", List.of("Expectation", "Result", "Detail"), 3, rows)));
    }

    static Section run(ReportData data) {
        RunFacts run = data.run();
        Map<String, String> facts = new TreeMap<>(Map.of(
                "Run", run.runId(),
                "Finished", run.finished(),
                "Seconds", Words.number(run.seconds()),
                "Files", Words.number(run.files()) + " of " + Words.bytes(run.bytes()) + " together"));
        List<List<Node>> inputs = run.inputs().stream()
                .map(input -> List.of(
                        Words.foreign(input.path()),
                        Words.plain(Words.bytes(input.bytes())),
                        Words.plain(Words.number(input.documents())),
                        Words.plain(Words.number(input.rejects()))))
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
                                Words.number(run.inputs().size()) + " archive files",
                                Tables.of(
                                        "Archive files",
                                        List.of("File", "Size", "Documents", "Rejected while reading"),
                                        1,
                                        inputs))));
    }
}
