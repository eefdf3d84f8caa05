package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.failure.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Help lists all flags, and mistyped names get a suggestion. */
class HelpTest {

    private static final List<String> OF_THE_LIBRARY = List.of("help", "generate-completion");

    static Stream<CommandSpec> commands() {
        return Lintas.commandLine().getSubcommands().entrySet().stream()
                .filter(entry -> !OF_THE_LIBRARY.contains(entry.getKey()))
                .map(entry -> entry.getValue().getCommandSpec());
    }

    static Stream<OptionSpec> flagsOfBuild() {
        return new CommandLine(new BuildCorpus())
                .getCommandSpec().options().stream().filter(option -> !option.usageHelp() && !option.versionHelp());
    }

    @ParameterizedTest
    @MethodSource("flagsOfBuild")
    void theReadmeHasEveryFlagOfBuild(OptionSpec flag) throws Exception {
        assertThat(Files.readString(Path.of("../README.md"))).contains("| `" + flag.longestName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(CommandSpec command) {
        Captured captured = captured(() -> Lintas.run(command.name(), "--help"));

        assertThat(captured.code()).isEqualTo(ExitCode.OK);
        assertThat(captured.out().replaceAll("\\s+", " "))
                .startsWith("Usage: lintas " + command.name())
                .contains(command.usageMessage().description())
                .contains("Exit codes: ");
        assertThat(command.usageMessage().description()).isNotEmpty();
        assertThat(command.options())
                .allSatisfy(option -> assertThat(String.join("", option.description()))
                        .as(option.longestName())
                        .isNotBlank());
        assertThat(captured(() -> Lintas.run("help", command.name())).out()).isEqualTo(captured.out());
        assertThat(captured(() -> Lintas.run(command.name(), "-h")).out()).isEqualTo(captured.out());
    }

    @Test
    void theVersionIsThatOfTheProject() {
        assertThat(captured(() -> Lintas.run("--version")).out()).matches("lintas [0-9]+\\.[0-9]+\\.[0-9]+.*\\R");
    }

    @Test
    void aShellCompletesCommandsAndFlags() {
        assertThat(captured(() -> Lintas.run("generate-completion")).out())
                .contains("complete -F", "doctor", "--languages");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    biuld --input=a                               | biuld: no such command; did you mean build?
                    build --inptu=a --output=b                    | --inptu: no such flag; did you mean --input?
                    check --corpsu=a                              | --corpsu: no such flag; did you mean --corpus?
                    check --corpus                                | --corpus has no value: write --corpus=
                    build --input SAMPLE --output T --languages=tj | 'tj' is unknown; give some of id,ms,th,vi,tl,km,lo,my,en,zh,ta, or any; did you mean
                    build --input=SAMPLE --output=T --maxRecordBytes=many | --maxRecordBytes=many: give a number
                    sql --corpus=CORPUS --recipe=outlet-by-topic  | no such recipe; did you mean outlets-by-topic?
                    sql --corpus=CORPUS --recipe=outlets-by-topic --topic=scam | --topic=scam: no such code; give one of arms_trafficking,
                    sql --corpus=CORPUS --recipe=outlets-by-topic --topic drug_traficking | did you mean drug_trafficking?
                    sql --corpus=CORPUS --recipe=people-counted --part=rescue | --part=rescue: no such code; did you mean rescued?; give one of arrested,
                    sql --corpus=CORPUS --recipe=outlets-by-topic --topik=online_scam | --topik: not a parameter of outlets-by-topic; did you mean topic?
                    sql --corpus=CORPUS --recipe=people-counted-once --part=rescue | --part=rescue: no such code; did you mean rescued?
                    sql --corpus=CORPUS --recipe=late-copies --days=many   | --days=many: give a whole number, such as 30
                    sql --corpus=CORPUS --recipe=late-copies --days=2.5    | --days=2.5: give a whole number
                    sql --corpus=CORPUS --recipe=largest-sums --first=-1   | --first=-1: give a whole number, such as 20
                    sql --corpus=CORPUS --recipe=large-drug-seizures --kg=heavy | --kg=heavy: give a number, such as 100
                    sql --corpus=CORPUS --recipe=language-doubts --below=90 | --below=90: give a number from 0 to 1, such as 0.9
                    sql --corpus=CORPUS --recipe=rising-topics --month=2025-11 | --month=2025-11: is no day; give one such as 2025-11-01
                    sql --corpus=CORPUS --recipe=rising-topics --month=2025-11-15 | is not the first day of a month; give 2025-11-01
                    sql --corpus=CORPUS --recipe=new-routes --since=2025-02-30 | --since=2025-02-30: is no day
                    sql --corpus=CORPUS --recipe=incidents-by-town --country=th | --country=th: no such country; give two capital letters of ISO 3166-1, such as TH
                    sql --corpus=CORPUS --recipe=between-two-presses --other_country=Laos | --other_country=Laos: no such country
                    sql --corpus=CORPUS --recipe=between-two-presses --other=online_scam | --other=online_scam: no such code; give one of id,
                    sql --corpus=CORPUS --recipe=outlets-by-topic --topic= | --topic: its value is empty
                    sql --corpus=CORPUS --recipe=outlets-by-topic --topic=online_scam --topic=corruption | --topic: is given twice
                    sql --corpus=CORPUS --format=xml SELECT       | --format=xml: give one of table, csv, json, markdown
                    digest --corpus=a,b                           | --corpus=a,b: give one corpus
                    """)
    void mistypedNamesGetASuggestion(String line, String message) {
        String[] args = line.strip()
                .replace("SAMPLE", "src/sample")
                .replace("CORPUS", SampleCorpus.folder().toString())
                .split("\\s+");

        Captured captured =
                captured(() -> Lintas.run(args[0], Stream.of(args).skip(1).toArray(String[]::new)));

        assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err().lines())
                .singleElement()
                .asString()
                .startsWith("lintas: ")
                .contains(message);
    }

    @Test
    void argumentsComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("arguments"), "--corpus\n" + SampleCorpus.folder() + "\n--format=csv\n");

        Captured captured = captured(() -> Lintas.run("sql", "@" + file, "SELECT 1 AS one"));

        assertThat(captured.out()).isEqualTo("one\n1\n");
        Files.writeString(file, "--corpus=s3://name:rahasia@store/a\n");
        Captured refused = captured(() -> Lintas.run("sql", "@" + file, "SELECT 1 AS one"));
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("--corpus: contains a password").doesNotContain("rahasia");
    }

    /** How a command ended, and what it said. */
    record Captured(ExitCode code, String out, String err) {}

    static Captured captured(Supplier<ExitCode> command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return new Captured(
                    command.get(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
