package org.lintas.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import org.lintas.corpus.ftm.FtmExport;
import org.lintas.corpus.sql.CorpusDatabase;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.storage.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes what a corpus holds in the form of another tool. */
@Command(
        name = "export",
        description = "Writes the entities of a corpus, and the articles that name them, as FollowTheMoney.",
        footer = {
            "The file has one JSON object a line: entities, articles without their texts, and mentions. Names that are found are",
            "mentions only. An entity of a corpus is named in the news; nothing says that it is guilty of anything.",
            "Exit codes: 0 OK, 2 usage, 3 corpus missing, 4 failed",
            "",
            "Example:",
            "  lintas export --format=ftm --corpus=/data/2025-11 --output=entities.ftm.json"
        })
final class ExportCorpus implements Action {

    private static final String FTM = "ftm";

    @Mixin
    private CorpusFlag corpora;

    @Option(names = "--format", paramLabel = FTM, description = "form of the file: ftm (FollowTheMoney)")
    private String format = "";

    @Option(names = "--output", paramLabel = "FILE", description = "file to write; must not exist")
    private String output = "";

    @Override
    public ExitCode run() throws IOException, SQLException {
        if (!format.equals(FTM)) {
            throw RunFailure.usage(
                    format.isEmpty() ? "--format is missing: give ftm" : "--format=" + format + ": give ftm");
        }
        if (output.isBlank()) {
            throw RunFailure.usage("--output is missing: name the file to write");
        }
        Path corpus = Location.local("--corpus", corpora.only(), "copy it to a local disk and export it there");
        try (NewFile file = NewFile.create("--output", output)) {
            long lines;
            try (CorpusDatabase database = CorpusDatabase.open(corpus);
                    Writer out = file.writer()) {
                lines = FtmExport.write(database, out);
            }
            System.out.printf("%,d lines in %s%n", lines, file.finish());
        }
        return ExitCode.OK;
    }
}
