package org.lintas.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lintas.failure.ExitCode;
import org.lintas.storage.TemporaryFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the machine before a run and prints advice. */
@Command(
        name = "doctor",
        description = "Checks Java, locale, memory, temporary folder, disk, native libraries and DuckDB.",
        footer = {"Exit codes: 0 all OK, 2 usage, 4 a check failed", "", "Example:", "  lintas doctor --output=/data"})
final class Doctor implements Action {

    @Option(names = "--output", paramLabel = "DIR", description = "also check the disk of this folder")
    private String output;

    /** Skips the locale check, which is one of the checks of this command. */
    @Override
    public void prepare() {
        try {
            TemporaryFiles.open();
        } catch (IOException e) {
            System.err.println("lintas: cannot write to " + System.getProperty("java.io.tmpdir") + " (" + e + ")");
        }
    }

    @Override
    public ExitCode run() {
        List<SystemCheck.Result> results = SystemCheck.all(Optional.ofNullable(output));
        results.forEach(result -> System.out.println(result.line()));
        boolean isOk = results.stream().allMatch(SystemCheck.Result::isOk);
        return isOk ? ExitCode.OK : ExitCode.PIPELINE_FAILED;
    }
}
