package org.lintas.report;

import org.lintas.corpus.check.Checks;
import org.lintas.report.data.ReportData;
import org.lintas.report.data.RunFacts;

/**
 * Whether a corpus can be used, in one sentence.
 *
 * @param isUsable whether all records are accounted for and no expectation failed
 */
record CorpusStatus(boolean isUsable, String sentence) {

    static CorpusStatus of(ReportData data) {
        RunFacts run = data.run();
        String sentence = run.conserved()
                ? "No record was lost: each of the " + Format.number(run.read())
                        + " records is an article, a duplicate or a reject with a reason."
                : "Records were lost or counted twice: " + Format.number(run.read()) + " records were read and "
                        + Format.number(run.written()) + " are accounted for.";
        int failed = run.with(RunFacts.Result.FAILED).size();
        int warned = run.with(RunFacts.Result.WARNED).size();
        int unchecked = run.with(RunFacts.Result.UNCHECKED).size();
        String of = " of " + run.expectations().size() + " checks ";
        if (failed > 0) {
            sentence += " " + failed + of + "failed.";
        }
        if (warned > 0) {
            sentence += " " + warned + of + (warned == 1 ? "warns." : "warn.");
        }
        if (unchecked > 0) {
            sentence += " " + unchecked + of + "could not run: repeat with " + Checks.REPEAT + ".";
        }
        return new CorpusStatus(run.conserved() && failed == 0, sentence);
    }
}
