package org.lintas.cli;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.lintas.corpus.FinishedCorpus;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import org.lintas.text.Language;
import org.lintas.topic.TaxonomyProblem;
import org.lintas.topic.TermUse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the files of a user's taxonomy. */
@Command(
        name = "check",
        description =
                "Says by file and line what is wrong with files for build --taxonomy; with a corpus, also which of their"
                        + " terms are in none or in many of its articles.",
        footer = {
            "What is worth a look, such as a term that is never found, is printed and changes no exit code.",
            "Exit codes: 0 the files can be used, 2 usage or files that cannot be used, 3 folder or corpus missing, 4 failed",
            "",
            "Example:",
            "  lintas taxonomy check mine --corpus=/data/2025-11"
        })
final class CheckTaxonomy implements Action {

    private static final String TEXTS = "SELECT language, title, text FROM articles";

    @Parameters(arity = "1", paramLabel = "DIR", description = "folder of the files, as for build --taxonomy")
    private String folder;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "folder of a finished corpus with full texts, in whose articles the terms are counted")
    private String corpus = "";

    @Override
    public ExitCode run() throws SQLException {
        TaxonomyFolder read = TaxonomyFolder.read(folder, folder);
        read.problems().forEach(System.out::println);
        if (!read.problems().isEmpty()) {
            throw RunFailure.usage(folder + ": cannot be used, see above");
        }
        var use = new TermUse(read.files());
        List<TaxonomyProblem> remarks = corpus.isEmpty() ? use.remarks() : inCorpus(use);
        remarks.forEach(System.out::println);
        System.out.printf("%,d files, %,d terms, %,d remarks%n", read.files().size(), use.terms(), remarks.size());
        return ExitCode.OK;
    }

    private List<TaxonomyProblem> inCorpus(TermUse use) throws SQLException {
        Path local = Location.local("--corpus", corpus, "copy it to a local disk and check against it there");
        FinishedCorpus finished = FinishedCorpus.open("--corpus", new Layout(local.toString()));
        if (!finished.text().equals("full")) {
            throw RunFailure.usage("--corpus=" + corpus + ": was built with --text=" + finished.text()
                    + ", but terms are counted in full texts; give a corpus built with --text=full");
        }
        try (CorpusDatabase database = CorpusDatabase.open(local)) {
            database.each(TEXTS, row -> {
                String title = row.getString("title");
                String text = row.getString("text");
                Language.of(row.getString("language"))
                        .ifPresent(language -> use.add(language, title == null ? "" : title, text));
            });
        }
        return use.remarksOnUse();
    }
}
