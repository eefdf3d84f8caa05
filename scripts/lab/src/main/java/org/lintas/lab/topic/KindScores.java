package org.lintas.lab.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Scores of written texts by what they were written for, see {@link LabelledArticle}; articles of outlets are one kind of their own. */
final class KindScores {

    private static final class Row {
        private final LabelScore main = new LabelScore();
        private int texts;
        private int labelled;
        private int foundInAnyGrade;
        private int without;
        private int falseAlarms;
    }

    private final Map<String, Row> rows = new TreeMap<>();

    /** Counts a text that was given main topics, and topics in any grade. */
    void add(LabelledArticle article, Set<String> main, Set<String> any) {
        Row row = rows.computeIfAbsent(article.kind(), kind -> new Row());
        row.texts++;
        row.main.add(main, article.main());
        row.labelled += article.main().size();
        row.foundInAnyGrade +=
                (int) article.main().stream().filter(any::contains).count();
        if (article.main().isEmpty()) {
            row.without++;
            row.falseAlarms += main.isEmpty() ? 0 : 1;
        }
    }

    /** The head and the rows. */
    List<String> table() {
        var lines = new ArrayList<String>();
        lines.add(
                "kind          texts  F1 main (P/R)      main topics found in any grade  without a main topic, given one");
        rows.forEach((kind, row) -> lines.add(String.format(
                Locale.ROOT,
                "%-13s %5d  %-18s %-31s %s",
                kind,
                row.texts,
                row.labelled == 0 ? "–" : row.main,
                share(row.foundInAnyGrade, row.labelled),
                share(row.falseAlarms, row.without))));
        return lines;
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%d of %d (%.0f %%)", part, whole, 100.0 * part / whole);
    }
}
