package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.corpus.check.Checks;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;
import org.lintas.report.data.RunFacts.Result;
import org.lintas.report.html.Element;
import org.lintas.report.html.Node;

/** What was checked: what did not pass is shown, what passed is folded. */
final class CheckSection {

    /** Names of checks that compare with an earlier corpus begin so. */
    private static final String DRIFT = "drift.";

    private CheckSection() {}

    static Section of(ReportData data) {
        RunFacts run = data.run();
        if (run.expectations().isEmpty()) {
            return new Section("checks", "Checks", "Nothing was checked in this run.", List.of());
        }
        List<RunFacts.Expectation> open = Stream.of(Result.FAILED, Result.WARNED, Result.UNCHECKED)
                .flatMap(result -> run.with(result).stream())
                .toList();
        List<RunFacts.Expectation> passed = run.with(Result.PASSED);
        var content = new ArrayList<Node>();
        if (!open.isEmpty()) {
            content.add(Tables.of(
                    "Checks that did not pass",
                    List.of("Check", "Result", "Detail"),
                    3,
                    open.stream()
                            .map(expectation -> List.of(
                                    name(expectation),
                                    result(expectation.result()),
                                    Format.isolated(expectation.detail())))
                            .toList()));
        }
        if (!passed.isEmpty()) {
            content.add(Section.folded(
                    passed.size() + (passed.size() == 1 ? " check passed" : " checks passed"),
                    Tables.of(
                            "Checks that passed",
                            List.of("Check", "Rows, files or articles checked"),
                            1,
                            passed.stream()
                                    .map(expectation ->
                                            List.of(name(expectation), Format.isolated(expectation.detail())))
                                    .toList())));
        }
        return new Section("checks", "Checks", lead(run, open.size()), content);
    }

    private static String lead(RunFacts run, int open) {
        long drift = run.expectations().stream()
                .filter(expectation -> expectation.name().startsWith(DRIFT))
                .count();
        String compared = drift == 0
                ? " Nothing was compared with an earlier corpus."
                : " " + drift + " of them compare with an earlier corpus (" + DRIFT + "…).";
        return (open == 0 ? "All passed." : open + " of " + run.expectations().size() + " did not pass.")
                + " A check that fails means that the corpus is damaged; one that warns, that the data is outside of the typical ranges or to be read"
                + " with care." + compared + " _checks.json describes each; " + Checks.REPEAT + " repeats them.";
    }

    private static Node name(RunFacts.Expectation expectation) {
        return QualitySection.column(expectation.name());
    }

    private static Element result(Result result) {
        return switch (result) {
            case FAILED -> Element.of("strong", "failed").with("class", "bad");
            case WARNED -> Element.of("span", "warns");
            case UNCHECKED -> Element.of("span", "not checked");
            case PASSED -> Element.of("span", "passed");
        };
    }
}
