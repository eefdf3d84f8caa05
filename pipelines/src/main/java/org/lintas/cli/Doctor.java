package org.lintas.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lintas.failure.ExitCode;
import org.lintas.storage.TemporaryFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the machine before a run does, and says what to do. */
@Command(
        name = "doctor",
        description = "Checks Java, locale, memory, temporary folder, disk, native libraries and DuckDB.",
        footer = {
            "Exit codes: 0 all OK, 2 usage, 4 something must be done first",
            "",
            "Example:",
            "  lintas doctor --output=/data"
        })
final class Doctor implements Action {

    @Option(names = "--output", paramLabel = "DIR", description = "check the disk of this folder, too")
    private String output;

    /** A locale that loses names of files is among what it finds. */
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
        List<Examination.Finding> findings = Examination.all(Optional.ofNullable(output));
        findings.forEach(finding -> System.out.println(finding.line()));
        boolean isOk = findings.stream().allMatch(Examination.Finding::isOk);
        return isOk ? ExitCode.OK : ExitCode.PIPELINE_FAILED;
    }
}
