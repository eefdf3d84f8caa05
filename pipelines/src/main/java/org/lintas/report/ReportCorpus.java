package org.lintas.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.lintas.dataset.Layout;
import org.lintas.report.data.ReportData;
import org.lintas.run.ExitCode;
import org.lintas.run.RunFailure;
import org.lintas.sql.CorpusDatabase;

/**
 * Makes the report of a corpus: {@code report.html}, one file that needs nothing else.
 *
 * <p>Usage: {@code ReportCorpus --corpus=DIR}
 */
public final class ReportCorpus {

    private ReportCorpus() {}

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    /** Runs the command; what went wrong is told on standard error, in one line. */
    static ExitCode run(String... args) {
        try {
            if (args.length != 1 || !args[0].startsWith("--corpus=")) {
                throw RunFailure.usage("usage: lintas report --corpus=DIR");
            }
            Path corpus = Path.of(args[0].substring("--corpus=".length()));
            try (CorpusDatabase database = CorpusDatabase.open(corpus)) {
                System.out.println("report in " + write(corpus, database));
            }
            return ExitCode.OK;
        } catch (RunFailure e) {
            System.err.println("lintas: " + e.getMessage());
            return e.code();
        } catch (SQLException e) {
            System.err.println("lintas: the report failed: " + CorpusDatabase.explain(e));
            return ExitCode.PIPELINE_FAILED;
        } catch (IOException e) {
            System.err.println("lintas: the report failed: " + e);
            return ExitCode.PIPELINE_FAILED;
        }
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
            } catch (SQLException e) {
                why = CorpusDatabase.explain(e);
            } catch (IOException | RuntimeException e) {
                why = e.toString();
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
