package org.lintas.lab.incident;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.dataset.Layout;
import org.lintas.record.Draft;
import org.lintas.text.Language;

/**
 * Scores incidents against written ones, and against articles that editors grouped by event.
 *
 * <p>Usage: {@code EvaluateIncidents WRITTEN [ARTICLES [CORPUS]]}: a folder of {@code *.jsonl} with reports of invented incidents, {@code
 * pairs.tsv} with judged pairs and {@code values.tsv} with figures that were read; a folder with {@code vi.jsonl.gz}, whose articles of some data sets are grouped by a {@code cluster} of the same event;
 * a corpus of all articles of that folder.
 */
public final class EvaluateIncidents {

    private static final String HEAD =
            "                                    pairs   pairs: P     R      F1    B-cubed: P     R      F1";

    /** So begin the names of files that nothing is fitted to. */
    private static final String APART = "held";

    /** The same of series that were written as the news of the same four weeks. */
    private static final String OF_FOUR_WEEKS = "held-6";

    private EvaluateIncidents() {}

    public static void main(String[] args) throws IOException, SQLException {
        if (args.length < 1 || args.length > 3) {
            throw new IllegalArgumentException("usage: EvaluateIncidents WRITTEN [ARTICLES [CORPUS]]");
        }
        var labeller = new Labeller();
        System.out.println(HEAD);
        ReadValues read = ReadValues.read(Path.of(args[0], "values.tsv"));
        var others = new Together();
        var ofFourWeeks = new Together();
        for (Path file : Written.files(Path.of(args[0]))) {
            String name = file.getFileName().toString();
            List<Written> written = Written.read(file, labeller);
            print(name, written);
            written.forEach(one -> read.add(one.draft()));
            if (name.startsWith(OF_FOUR_WEEKS)) {
                ofFourWeeks.add(name, written);
            } else if (name.startsWith(APART)) {
                others.add(name, written);
            }
        }
        read.print("written");
        read.print("changed");
        ofFourWeeks.printAsWritten(OF_FOUR_WEEKS);
        Together.DENSITIES.forEach(days -> others.print("other " + APART, days));
        if (args.length > 1) {
            print(Path.of(args[1], Language.VIETNAMESE.code() + ".jsonl.gz"), labeller);
        }
        if (args.length > 2) {
            CorpusDrafts.forEach(FinishedCorpus.open("CORPUS", new Layout(args[2])), read::add);
            read.print("real");
            JudgedPairs.read(Path.of(args[0], "pairs.tsv")).print(Path.of(args[2]));
        }
    }

    private static void print(String name, List<Written> written) {
        List<Draft> drafts = written.stream().map(Written::draft).toList();
        List<String> truth = written.stream().map(Written::incident).toList();
        long incidents = written.stream()
                .filter(Written::isOfIncident)
                .map(Written::incident)
                .distinct()
                .count();
        System.out.printf("%s: %d reports, %d incidents%n", name, written.size(), incidents);
        BiPredicate<Integer, Integer> within =
                (i, j) -> written.get(i).language().equals(written.get(j).language());
        var found = new Agreement(truth, Rules.incidents(drafts));
        System.out.println(found.row("  incidents", (i, j) -> true));
        System.out.println(found.row("    within a language", within));
        System.out.println(found.row("    across languages", within.negate()));
        System.out.println(
                new Agreement(truth, Rules.naive(drafts)).row("  topic, 3 days, place, figure", (i, j) -> true));
        System.out.println(new Agreement(truth, Rules.copies(drafts)).row("  copies of a text", (i, j) -> true));
        new RowScores(written).print();
    }

    private static void print(Path file, Labeller labeller) throws IOException {
        List<Map.Entry<Draft, String>> articles = EditorsGroups.read(file, labeller);
        List<Draft> drafts = articles.stream().map(Map.Entry::getKey).toList();
        List<String> truth = articles.stream().map(Map.Entry::getValue).toList();
        System.out.printf("grouped by editors: %d articles in Vietnamese%n", drafts.size());
        System.out.println(new Agreement(truth, Rules.incidents(drafts)).row("  incidents", (i, j) -> true));
        System.out.println(
                new Agreement(truth, Rules.naive(drafts)).row("  topic, 3 days, place, figure", (i, j) -> true));
        System.out.println(new Agreement(truth, Rules.copies(drafts)).row("  copies of a text", (i, j) -> true));
    }
}
