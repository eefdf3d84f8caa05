package org.lintas.report;

import java.util.ArrayList;
import java.util.List;
import org.lintas.corpus.check.Checks;
import org.lintas.report.data.LanguageRow;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;
import org.lintas.report.data.Share;

/**
 * Whether a corpus can be used, in one sentence, with notes for users.
 *
 * @param isUsable whether all records are accounted for and no expectation failed
 */
record CorpusStatus(boolean isUsable, String sentence, List<String> notes) {

    private static final int FEW_ARTICLES = 100;
    private static final double MANY_REJECTS = 5;
    private static final double MUCH_MISSING = 10;
    private static final int FEW_OUTLETS = 3;

    static CorpusStatus of(ReportData data) {
        RunFacts run = data.run();
        long failed =
                run.expectations().stream().filter(RunFacts.Expectation::failed).count();
        long unchecked = run.expectations().stream()
                .filter(expectation -> !expectation.checked())
                .count();
        boolean isUsable = run.conserved() && failed == 0;
        String sentence = run.conserved()
                ? "No record was lost: each of the " + Format.number(run.read())
                        + " records is an article, a duplicate or a reject with a reason."
                : "Records were lost or counted twice: " + Format.number(run.read()) + " records were read and "
                        + Format.number(run.written()) + " are accounted for.";
        if (failed > 0) {
            sentence += " " + failed + " of " + run.expectations().size() + " expectations failed.";
        }
        if (unchecked > 0) {
            sentence += " " + unchecked + " of " + run.expectations().size()
                    + " expectations could not be checked: repeat with " + Checks.REPEAT + ".";
        }
        return new CorpusStatus(isUsable, sentence, notes(data));
    }

    private static List<String> notes(ReportData data) {
        var notes = new ArrayList<String>();
        long articles = data.totals().articles();
        double undated = 100 - Share.percent(data.totals().dated(), articles);
        if (articles > 0 && undated >= MUCH_MISSING) {
            notes.add(Format.percent(undated) + " of the articles have no date: charts over time do not show them.");
        }
        double unaddressed = 100 - Share.percent(data.totals().addressed(), articles);
        if (articles > 0 && unaddressed >= MUCH_MISSING) {
            notes.add(Format.percent(unaddressed) + " of the articles have no address.");
        }
        double rejected = Share.percent(data.totals().rejects(), data.run().read());
        if (rejected >= MANY_REJECTS) {
            notes.add(Format.percent(rejected) + " of the records were rejected; see why under Rejects.");
        }
        long largest = data.sources().stream()
                .limit(FEW_OUTLETS)
                .mapToLong(count -> count.count())
                .sum();
        if (Share.percent(largest, articles) >= 100.0 / FEW_OUTLETS
                && data.totals().outlets() > FEW_OUTLETS) {
            notes.add(Format.percent(Share.percent(largest, articles)) + " of the articles come from the " + FEW_OUTLETS
                    + " largest of " + Format.number(data.totals().outlets()) + " outlets.");
        }
        List<String> small = data.languages().stream()
                .filter(language -> language.articles() < FEW_ARTICLES)
                .map(LanguageRow::code)
                .map(Format::language)
                .toList();
        if (!small.isEmpty()) {
            notes.add("Fewer than " + FEW_ARTICLES + " articles: " + String.join(", ", small) + ".");
        }
        notes.add("Topics say what an article is about, never that anybody is guilty.");
        return notes;
    }
}
