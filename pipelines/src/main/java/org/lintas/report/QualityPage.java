package org.lintas.report;

import java.util.List;
import org.lintas.dataset.Layout;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Totals;
import org.lintas.report.html.Element;

/** The page for those who built the corpus: what became of the records, what was checked, and how it was made. */
public final class QualityPage {

    private QualityPage() {}

    public static String of(ReportData data) {
        return Page.of(
                data.name() + " – quality of the data",
                header(data),
                List.of(
                        RecordSection.of(data),
                        CheckSection.of(data),
                        QualitySection.completeness(data),
                        QualitySection.distributions(data),
                        RunSection.of(data)),
                Layout.REPORT,
                "Report: what happened");
    }

    private static Element header(ReportData data) {
        Totals totals = data.totals().value();
        CorpusStatus status = CorpusStatus.of(data);
        Element tiles = Element.of("ul").with("class", "tiles");
        tiles.add(tile(data.run().read(), "records"));
        tiles.add(tile(totals.articles(), "articles"));
        tiles.add(tile(totals.exact() + totals.near(), "duplicates"));
        tiles.add(tile(totals.rejects(), "rejects"));
        return Element.of(
                "header",
                Element.of("p", "Quality of the data").with("class", "kicker"),
                Element.of("h1", Format.isolated(data.name())),
                Element.of("p", status.sentence()).with("class", status.isUsable() ? "status" : "status failed"),
                tiles,
                Section.sql(data.totals()));
    }

    private static Element tile(long count, String what) {
        return Element.of(
                "li",
                Element.of("span", Format.number(count)).with("class", "figure"),
                Element.of("span", " " + what).with("class", "what"));
    }
}
