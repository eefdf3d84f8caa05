package org.lintas.report;

import java.util.List;
import org.lintas.report.data.ReportData;
import org.lintas.report.html.Element;
import org.lintas.text.WordTable;

/** What to doubt: limits of this corpus, and of all. */
final class DoubtSection {

    private DoubtSection() {}

    static Section of(ReportData data) {
        Element always = Element.of("dl").with("class", "doubts");
        for (List<String> row : WordTable.read(DoubtSection.class, "doubts.tsv", 2)) {
            always.add(Element.of("div", Element.of("dt", row.get(0)), Element.of("dd", row.get(1))));
        }
        List<String> notes = CorpusNotes.of(data);
        if (notes.isEmpty()) {
            return new Section("doubt", "What to doubt", "", List.of(always));
        }
        Element own = Element.of("ul").with("class", "notes");
        notes.forEach(note -> own.add(Element.of("li", note)));
        return new Section(
                "doubt",
                "What to doubt",
                "",
                List.of(Element.of("h3", "In this corpus"), own, Element.of("h3", "In every corpus"), always));
    }
}
