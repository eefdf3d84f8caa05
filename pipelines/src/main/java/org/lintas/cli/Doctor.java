package org.lintas.cli;

import java.util.List;
import java.util.Set;
import org.lintas.failure.ExitCode;

/** Looks at the machine before a run does, and says what to do. */
public final class Doctor {

    private static final String HELP = """
            usage: lintas doctor [--output=DIR]

              --output=DIR             look at the disk of this folder, too

            Looks at Java, locale, memory, temporary folder, disk, native libraries and DuckDB.
            exit codes: 0 all well · 2 usage · 4 something must be done first

            example: lintas doctor --output=/data
            """;

    private static final Command COMMAND = new Command(HELP, Set.of("output"), true, Doctor::look);

    private Doctor() {}

    public static void main(String[] args) {
        System.exit(run(args).number());
    }

    static ExitCode run(String... args) {
        return COMMAND.run(args);
    }

    private static ExitCode look(Flags flags) {
        List<Examination.Finding> findings = Examination.all(flags.get("output"));
        findings.forEach(finding -> System.out.println(finding.line()));
        boolean isWell = findings.stream().allMatch(Examination.Finding::isWell);
        return isWell ? ExitCode.OK : ExitCode.PIPELINE_FAILED;
    }
}
