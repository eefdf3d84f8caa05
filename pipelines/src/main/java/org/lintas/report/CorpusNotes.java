package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import org.lintas.report.data.Incidents;
import org.lintas.report.data.LanguageRow;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.Share;

/** What is special about a corpus that its users should know. */
final class CorpusNotes {

    private static final int FEW_ARTICLES = 100;
    private static final double MANY_REJECTS = 5;
    private static final double MUCH_MISSING = 10;
    private static final int FEW_OUTLETS = 3;

    private CorpusNotes() {}

    static List<String> of(ReportData data) {
        var notes = new ArrayList<String>();
        long articles = data.totals().value().articles();
        double undated = 100 - Share.percent(data.totals().value().dated(), articles);
        if (articles > 0 && undated >= MUCH_MISSING) {
            notes.add(Format.percent(undated) + " of the articles have no date: charts over time do not show them.");
        }
        double unaddressed = 100 - Share.percent(data.totals().value().addressed(), articles);
        if (articles > 0 && unaddressed >= MUCH_MISSING) {
            notes.add(Format.percent(unaddressed) + " of the articles have no address.");
        }
        double rejected =
                Share.percent(data.totals().value().rejects(), data.run().read());
        if (rejected >= MANY_REJECTS) {
            notes.add(Format.percent(rejected) + " of the records were rejected; see why on the page on quality.");
        }
        long largest = data.sources().value().stream()
                .limit(FEW_OUTLETS)
                .mapToLong(count -> count.count())
                .sum();
        if (Share.percent(largest, articles) >= 100.0 / FEW_OUTLETS
                && data.totals().value().outlets() > FEW_OUTLETS) {
            notes.add(Format.percent(Share.percent(largest, articles)) + " of the articles come from the " + FEW_OUTLETS
                    + " largest of " + Format.number(data.totals().value().outlets()) + " outlets.");
        }
        List<String> small = data.languages().value().stream()
                .filter(language -> language.articles() < FEW_ARTICLES)
                .map(LanguageRow::code)
                .map(Format::language)
                .toList();
        if (!small.isEmpty()) {
            notes.add("Fewer than " + FEW_ARTICLES + " articles: " + String.join(", ", small) + ".");
        }
        Incidents incidents = data.incidents().value();
        double untold = 100 - Share.percent(incidents.told(), incidents.count());
        if (incidents.count() > 0 && untold >= MUCH_MISSING) {
            notes.add(
                    Format.percent(untold)
                            + " of the incidents have no day that a text tells: that of the first report stands for it, if an article has a date.");
        }
        if (data.timeline().value().bulk() > 0) {
            notes.add(Format.number(data.timeline().value().bulk())
                    + " articles bear the day of an import, on which their outlet has far more than on others.");
        }
        return notes;
    }
}
