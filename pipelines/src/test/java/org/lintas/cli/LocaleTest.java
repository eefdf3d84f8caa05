package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.failure.ExitCode;

/** If the locale is not UTF-8, as in containers and in cron, Java cannot open files with names outside ASCII, so commands refuse to start. */
class LocaleTest {

    private static final Map<String, String> POSIX = Map.of("LC_ALL", "POSIX");

    @TempDir
    Path temp;

    private record Outcome(int code, String output) {}

    @Test
    void buildIsRefused() throws IOException, InterruptedException {
        Path file = Files.writeString(temp.resolve("ข่าว.jsonl"), "{\"id\":\"1\",\"text\":\"Kabar.\"}\n");

        Outcome outcome = java(BuildCorpus.class, "--input=" + temp, "--output=" + temp.resolve("c"));

        assertThat(outcome.output().lines())
                .singleElement()
                .asString()
                .contains("charset of the locale", "LC_ALL=C.UTF-8");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(file).exists();
        assertThat(temp.resolve("c")).doesNotExist();
    }

    @Test
    void queryIsRefused() throws IOException, InterruptedException {
        Outcome outcome = java(Lintas.class, "sql", "--corpus=" + temp, "SELECT 'ยาบ้า'");

        assertThat(outcome.output()).contains("charset of the locale");
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void doctorReportsIt() throws IOException, InterruptedException {
        Outcome outcome = java(Lintas.class, "doctor");

        assertThat(outcome.output()).containsPattern("FAIL +locale .*: set LC_ALL=C.UTF-8");
        assertThat(outcome.code()).isEqualTo(ExitCode.PIPELINE_FAILED.number());
    }

    @Test
    void scriptSetsTheLocale() throws IOException, InterruptedException {
        Path script = temp.resolve("scripts/lintas");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("../scripts/lintas"), script);
        Path jar = temp.resolve("pipelines/target/lintas.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
        Path java = Files.writeString(temp.resolve("java"), "#!/bin/sh\necho \"locale ${LC_ALL:-${LANG:-none}}\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        String path = temp + ":" + System.getenv("PATH");

        for (String other : List.of("POSIX", "C", "", "xx_XX.UTF-8")) {
            assertThat(run(Map.of("LC_ALL", other, "PATH", path), "bash", script.toString(), "doctor")
                            .output())
                    .as("LC_ALL=%s", other)
                    .endsWith("locale C.UTF-8\n");
        }
    }

    private static Outcome java(Class<?> main, String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return run(POSIX, command.toArray(String[]::new));
    }

    private static Outcome run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LANG");
        builder.environment().remove("LC_CTYPE");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
