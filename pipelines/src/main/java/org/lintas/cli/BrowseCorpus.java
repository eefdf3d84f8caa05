package org.lintas.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import org.lintas.report.browse.BrowseServer;
import org.lintas.storage.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves a local page on which the articles of a corpus are searched and read, until it is interrupted. */
@Command(
        name = "browse",
        description =
                "Serves a page on this machine on which the articles of a corpus are searched, read and exported.",
        footer = {
            "Only this machine can open the address that is printed, and only who knows it. Ctrl-C ends the command.",
            "Words are found in headlines and texts, in any script; scam* finds scams, too, \"call centre\" both words side by side.",
            "Exit codes: 0 OK, 2 usage, 3 corpus missing, 4 failed",
            "",
            "Examples:",
            "  lintas browse --corpus=/data/2025-11",
            "  lintas browse --corpus=/data/2025-11 --port=8080"
        })
final class BrowseCorpus implements Action {

    private static final int LAST_PORT = 65_535;

    private static final Map<String, BrowseServer.Export> FORMATS = Map.of(
            "csv", new BrowseServer.Export("text/csv; charset=utf-8", ResultFile.CSV::write),
            "xlsx",
                    new BrowseServer.Export(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            ResultFile.XLSX::write));

    @Mixin
    private CorpusFlag corpora;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port to listen on; 0: any that is free (default: ${DEFAULT-VALUE})")
    private int port;

    @Override
    public ExitCode run() throws IOException, SQLException {
        if (port < 0 || port > LAST_PORT) {
            throw RunFailure.usage("--port=" + port + ": give a number from 0 to " + LAST_PORT);
        }
        Path corpus = Location.local("--corpus", corpora.only(), "copy it to a local disk and browse it there");
        try (var interrupt = Interrupt.awaited();
                BrowseServer server = start(corpus, port)) {
            System.out.printf("%,d articles at %s%n", server.size(), server.address());
            System.out.println("Ctrl-C ends it.");
            interrupt.await();
        }
        return ExitCode.OK;
    }

    /** Serves a corpus, for tests as well. */
    static BrowseServer start(Path corpus, int port) throws IOException, SQLException {
        try {
            return BrowseServer.start(corpus, port, FORMATS);
        } catch (BindException e) {
            throw RunFailure.usage("--port=" + port + ": cannot listen there (" + e.getMessage()
                    + "); give another port, or 0 for any that is free");
        }
    }
}
