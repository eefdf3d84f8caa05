package org.lintas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.lintas.corpus.card.CorpusDocuments;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.Reason;
import org.lintas.report.QualityPage;
import org.lintas.report.ReportPage;
import org.lintas.report.data.ReportData;
import org.lintas.storage.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes the report of a corpus: {@code report.html} and {@code quality.html}, each a self-contained file. */
@Command(
        name = "report",
        description = "Writes report.html and quality.html into a corpus, as build does at its end; also README.md,"
                + " croissant.json and CITATION.cff if they are missing.",
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
        Path corpus = Location.local("--corpus", corpora.only(), "copy it to a local disk and write the report there");
        try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
            CorpusDocuments.complete(corpus, System.err::println);
            System.out.println("report in " + write(corpus, database));
        }
        return ExitCode.OK;
    }

    /**
     * Writes the report at the end of a build, before the corpus is marked as finished. A corpus is usable without its report: an error is reported
     * and does not fail the build.
     */
    public static void atEndOfBuild(Layout layout, Consumer<String> log) {
        String why;
        if (layout.root().contains("://")) {
            why = "reports need a corpus on the local disk";
        } else {
            Path corpus = Path.of(layout.root());
            try (CorpusDatabase database = CorpusDatabase.openUnmarked(corpus)) {
                write(corpus, database);
                return;
            } catch (SQLException | IOException | RuntimeException | OutOfMemoryError e) {
                why = Reason.of(e);
            }
        }
        log.accept("no " + Layout.REPORT + " or no " + Layout.QUALITY + ": " + why
                + "; write them later with lintas report --corpus=DIR");
    }

    /** Replaces earlier pages only if the new ones are complete. */
    private static Path write(Path corpus, CorpusDatabase database) throws SQLException, IOException {
        ReportData data = ReportData.of(corpus, database);
        Path report = Files.writeString(corpus.resolve("." + Layout.REPORT), ReportPage.of(data));
        Path quality = Files.writeString(corpus.resolve("." + Layout.QUALITY), QualityPage.of(data));
        Files.move(quality, corpus.resolve(Layout.QUALITY), StandardCopyOption.REPLACE_EXISTING);
        return Files.move(report, corpus.resolve(Layout.REPORT), StandardCopyOption.REPLACE_EXISTING);
    }
}
