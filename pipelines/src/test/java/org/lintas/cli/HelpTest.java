package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.Default;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.failure.ExitCode;

/** Help and README tell all flags. */
class HelpTest {

    static Stream<Method> flags() {
        return Stream.of(BuildCorpusOptions.class.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("get"));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void everyFlagIsExplainedWithItsDefault(Method getter) throws IOException {
        String name = Character.toLowerCase(getter.getName().charAt(3))
                + getter.getName().substring(4);
        String help = BuildHelp.TEXT.substring(BuildHelp.TEXT.indexOf("What is read"));
        int start = help.indexOf("  --" + name);

        assertThat(start).as("--%s in the help", name).isNotNegative();
        String entry = help.substring(start).split("\n(?=  --|\n)", 2)[0];
        String value = value(getter);
        if (!value.isEmpty()) {
            assertThat(entry).as("default of --%s", name).contains(value);
        }
        assertThat(Files.readString(Path.of("../README.md")))
                .as("--%s in the README", name)
                .contains("| `--" + name + "`");
    }

    private static String value(Method getter) {
        if (getter.isAnnotationPresent(Default.Integer.class)) {
            return String.valueOf(getter.getAnnotation(Default.Integer.class).value());
        }
        if (getter.isAnnotationPresent(Default.Double.class)) {
            return String.valueOf(getter.getAnnotation(Default.Double.class).value());
        }
        return getter.isAnnotationPresent(Default.String.class)
                ? getter.getAnnotation(Default.String.class).value()
                : "";
    }

    @Test
    void everyCommandHasHelpAndNamesUnknownFlags() {
        for (Function<String, ExitCode> command : Stream.<Function<String, ExitCode>>of(
                        BuildCorpus::run, CheckCorpus::run, CompactCorpus::run, RemoveArticles::run, Doctor::run)
                .toList()) {
            var out = new ByteArrayOutputStream();
            PrintStream before = System.out;
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            try {
                assertThat(command.apply("--help")).isEqualTo(ExitCode.OK);
            } finally {
                System.setOut(before);
            }
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .startsWith("usage: lintas ")
                    .contains("exit codes: 0 ")
                    .contains("example");
            assertThat(command.apply("--colour=red")).isEqualTo(ExitCode.USAGE);
        }
    }
}
