package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.failure.ExitCode;
import picocli.CommandLine.ParseResult;

/** Every {@code scripts/lintas} command of README, docs and help can be run; queries are run on the sample. */
class DocumentedCommandsTest {

    /** An indented line; a quoted argument may go on in the next ones. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?m)^ {2,}(?:LINTAS_JAVA_OPTS=\\S+ )?(?:\\S*(?:scripts|bin)/)?lintas ((?:[^\"'\\n]|\"[^\"]*\"|'[^']*')+)$");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private static final Pattern ARGUMENT = Pattern.compile("((?:[^\\s\"']|\"[^\"]*\"|'[^']*')+)");

    static Stream<List<String>> commands() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(Path.of("../README.md"), Path.of("../CONTRIBUTING.md")));
        try (Stream<Path> docs = Files.list(Path.of("../docs"))) {
            docs.filter(path -> path.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        var commands = new ArrayList<List<String>>();
        for (Path document : documents) {
            commands(Files.readString(document)).forEach(commands::add);
        }
        assertThat(commands).hasSizeGreaterThan(10);
        Lintas.commandLine()
                .getSubcommands()
                .values()
                .forEach(command -> commands(command.getUsageMessage()).forEach(commands::add));
        return commands.stream();
    }

    private static Stream<List<String>> commands(String text) {
        return COMMAND.matcher(text)
                .results()
                .map(found -> arguments(found.group(1).replaceAll("\\s+#.*", "")));
    }

    /** As a shell takes them apart. */
    private static List<String> arguments(String line) {
        var arguments = new ArrayList<String>();
        Matcher argument = ARGUMENT.matcher(line);
        while (argument.find()) {
            arguments.add(QUOTED.matcher(argument.group(1))
                    .replaceAll(found ->
                            Matcher.quoteReplacement(found.group(1) == null ? found.group(2) : found.group(1))));
        }
        return arguments;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void canBeRun(List<String> command, @TempDir Path folder) {
        ParseResult parsed =
                Lintas.commandLine().parseArgs(command.toArray(String[]::new)).subcommand();

        switch (parsed.commandSpec().name()) {
            case "sql" -> {
                if (command.stream().anyMatch(argument -> argument.contains("$PWD"))) {
                    // Of corpora that other commands make.
                    return;
                }
                String[] onSample = command.stream()
                        .skip(1)
                        .filter(argument -> !argument.startsWith("--corpus="))
                        .map(argument -> argument.replaceAll("TO '([^']*)'", "TO '" + folder + "/$1'")
                                .replaceAll("^--output=(.*)", "--output=" + folder + "/$1"))
                        .toArray(String[]::new);
                assertThat(HelpTest.captured(
                                () -> Lintas.run("sql", with("--corpus=" + SampleCorpus.folder(), onSample))))
                        .satisfies(captured ->
                                assertThat(captured.code()).as(captured.err()).isEqualTo(ExitCode.OK));
            }
            case "build" ->
                assertThat(new BuildFlags().pipelineOptions(parsed.unmatched())).isNotNull();
            default -> assertThat(parsed.unmatched()).isEmpty();
        }
    }

    private static String[] with(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }
}
