package org.lintas.cli;

import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;
import picocli.CommandLine.Command;

/** What helps to write files for {@code --taxonomy}. */
@Command(
        name = "taxonomy",
        description =
                "Writes the built-in topics and terms as files, and checks files of one's own for build --taxonomy.",
        footer = {
            "Exit codes: 0 OK, 2 usage or files that cannot be used, 3 folder or corpus missing, 4 failed",
            "",
            "Examples:",
            "  lintas taxonomy export --output=taxonomy",
            "  lintas taxonomy check mine --corpus=/data/2025-11"
        },
        subcommands = {ExportTaxonomy.class, CheckTaxonomy.class})
final class TaxonomyCommands implements Action {

    @Override
    public void prepare() {
        // Nothing to prepare without a subcommand.
    }

    @Override
    public ExitCode run() {
        throw RunFailure.usage("give a command: export, check; lintas taxonomy --help describes them");
    }
}
