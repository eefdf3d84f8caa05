package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.lintas.corpus.card.Papers;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.report.ReportPage;
import org.lintas.report.data.ReportData;
import org.lintas.storage.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the report of a corpus: {@code report.html}, one file that needs nothing else. */
@Command(
        name = "report",
        description = "Makes report.html in a corpus, as build does at its end; and README.md, croissant.json and"
                + " CITATION.cff where they are missing.",
        footer = {
            "Exit codes: 0 OK, 2 usage, 3 corpus missing, 4 failed",
            "",
            "Example:",
            "  lintas report --corpus=/data/2025-11"
        })
public final class ReportCorpus implements Action {

    @Mixin
    private CorpusFlag corpora;

    @Override
    public ExitCode run() throws SQLException, IOException {
        Path corpus = Location.local("--corpus", corpora.only(), "copy it to one and make its report there");
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            Papers.complete(corpus, System.err::println);
            System.out.println("report in " + write(corpus, database));
        }
        return ExitCode.OK;
    }

    /**
     * Makes the report at the end of a build, before the corpus is marked as finished. A corpus is sound without its report: what
     * goes wrong is told and does not fail the build.
     */
    public static void atTheEnd(Layout layout, Consumer<String> log) {
        String why;
        if (layout.root().contains("://")) {
            why = "it is made of corpora on the local disk";
        } else {
            Path corpus = Path.of(layout.root());
            try (CorpusDatabase database = CorpusDatabase.openUnmarked(corpus)) {
                write(corpus, database);
                return;
            } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
                why = Reason.of(e);
            }
        }
        log.accept("no " + Layout.REPORT + ": " + why + "; lintas report --corpus=DIR makes it later");
    }

    /** A report that cannot be made whole leaves the earlier one as it is. */
    private static Path write(Path corpus, CorpusDatabase database) throws SQLException, IOException {
        String page = ReportPage.of(ReportData.of(corpus, database));
        Path made = Files.writeString(corpus.resolve("." + Layout.REPORT), page);
        return Files.move(made, corpus.resolve(Layout.REPORT), StandardCopyOption.REPLACE_EXISTING);
    }
}
