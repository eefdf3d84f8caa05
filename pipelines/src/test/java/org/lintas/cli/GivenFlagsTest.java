package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.failure.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Flags that are given twice or without a value are refused before anything is read or written. */
class GivenFlagsTest {

    static Stream<CommandSpec> commands() {
        return below(Lintas.commandLine());
    }

    private static Stream<CommandSpec> below(CommandLine line) {
        return line.getSubcommands().values().stream()
                .filter(command -> command.getCommandSpec().userObject() instanceof Action)
                .flatMap(command -> Stream.concat(Stream.of(command.getCommandSpec()), below(command)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFlagOfOneValueIsGivenOnce(CommandSpec command) {
        for (OptionSpec flag : flags(command)) {
            if (!flag.isMultiValue()) {
                String given = isSwitch(flag) ? flag.longestName() : flag.longestName() + "=1";
                assertRefused(command, flag.longestName() + ": is given twice", given, given);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aValueIsNotEmpty(CommandSpec command) {
        for (OptionSpec flag : flags(command)) {
            if (!isSwitch(flag)) {
                assertRefused(command, flag.longestName(), flag.longestName() + "=");
                assertRefused(command, flag.longestName(), flag.longestName(), "");
            }
            if (flag.isMultiValue()) {
                assertRefused(command, flag.longestName() + ": its value is empty", flag.longestName() + "=a,");
            }
        }
    }

    /** Of a group picocli kept only what follows the second one. */
    @Test
    void nothingIsForgottenOfAGroup(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("arguments"), "--maskPersonalNumbers\n--text=none\n--exclude=x\n--exclude=y\n");

        HelpTest.Captured captured =
                HelpTest.captured(() -> Lintas.run("build", "--input=a", "--output=" + folder, "@" + file));

        assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
        assertThat(captured.err()).isEqualTo("lintas: --exclude: is given twice; give it once\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "relabel", "check", "sql"})
    void argumentFilesMustExist(String command, @TempDir Path folder) {
        HelpTest.Captured missing = HelpTest.captured(() -> Lintas.run(command, "@" + folder.resolve("none")));
        HelpTest.Captured unreadable = HelpTest.captured(() -> Lintas.run(command, "@" + folder));

        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).startsWith("lintas: @" + folder.resolve("none") + ": there is no such file");
        assertThat(unreadable.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unreadable.err()).contains("@" + folder).hasLineCount(1);
    }

    /** Flags of one name may follow each other where the second is a value, and a brace may hold nothing. */
    @Test
    void whatIsRightIsAccepted() {
        CommandSpec build = Lintas.commandLine().getSubcommands().get("build").getCommandSpec();

        GivenFlags.check(
                build,
                List.of(
                        "build",
                        "--input={a,,b}",
                        "--input=c",
                        "--watch",
                        "@names",
                        "--jobName",
                        "@b",
                        "--",
                        "--output="));
    }

    private static List<OptionSpec> flags(CommandSpec command) {
        return command.options().stream()
                .filter(flag -> !flag.usageHelp() && !flag.versionHelp())
                .toList();
    }

    private static boolean isSwitch(OptionSpec flag) {
        return flag.arity().max() == 0;
    }

    private static void assertRefused(CommandSpec command, String message, String... flags) {
        var line = new ArrayList<>(Arrays.asList(command.qualifiedName().split(" ")));
        line.remove(0);
        line.addAll(List.of(flags));
        command.positionalParameters().stream().filter(ArgSpec::required).forEach(any -> line.add("given"));

        HelpTest.Captured captured = HelpTest.captured(
                () -> Lintas.run(line.get(0), line.subList(1, line.size()).toArray(String[]::new)));

        assertThat(captured.err().lines())
                .as(String.join(" ", line))
                .singleElement()
                .asString()
                .startsWith("lintas: " + message);
        assertThat(captured.code()).as(String.join(" ", line)).isEqualTo(ExitCode.USAGE);
    }
}
