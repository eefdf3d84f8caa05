package org.lintas.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** How the corpus was made: the run, its settings, versions and archive files, as the manifest records them. */
final class RunSection {

    private RunSection() {}

    static Section of(ReportData data) {
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
                "As _manifest.json records it.",
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
