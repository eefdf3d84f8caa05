package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.failure.ExitCode;
import org.lintas.failure.RunFailure;

class NewFileTest {

    @TempDir
    Path folder;

    /** Ends by a signal only. */
    public static void main(String[] args) throws Exception {
        try (NewFile file = NewFile.create("--output", args[0]);
                OutputStream out = file.open()) {
            out.write(1);
            System.out.println("begun");
            Thread.sleep(TimeUnit.MINUTES.toMillis(1));
        }
    }

    @Test
    void isThereWhenItIsFinished() throws IOException {
        Path file = folder.resolve("a.csv");
        Path part = Files.writeString(folder.resolve("a.csv.part"), "of the user");

        try (NewFile made = NewFile.create("--output", file.toString())) {
            try (OutputStream out = made.open()) {
                out.write('a');
            }
            assertThat(file).doesNotExist();
            assertThat(made.finish()).isEqualTo(file);
        }

        assertThat(file).hasContent("a");
        assertThat(part).hasContent("of the user");
        assertThat(folder).isDirectoryNotContaining("glob:**/.lintas-*");
    }

    @Test
    void leavesNothingUnlessItIsFinished() throws IOException {
        Path file = folder.resolve("a.csv");
        NewFile.create("--output", file.toString()).close();
        assertThat(folder).isEmptyDirectory();

        try (NewFile made = NewFile.create("--output", file.toString())) {
            Files.writeString(file, "of another");
            assertThatThrownBy(made::finish).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(file).hasContent("of another");
        assertThat(folder).isDirectoryNotContaining("glob:**/.lintas-*");
    }

    @Test
    void leavesNothingWhenASignalEndsTheProcess() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        NewFileTest.class.getName(),
                        folder.resolve("a.csv").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("begun");
            assertThat(folder).isDirectoryContaining("glob:**/.lintas-*.part");
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isRefusedWhereItCannotBe() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));

        assertRefused(folder.resolve("none/a.csv"), "its folder does not exist");
        assertRefused(folder, "is a folder; name a file in it");
        assertRefused(folder.resolve("link"), "exists; remove it");
        assertRefused(Path.of("/proc/a.csv"), "is not writable");
        assertThat(folder).isDirectoryNotContaining("glob:**/.lintas-*");
    }

    @ParameterizedTest
    @CsvSource({"sql, a.csv", "export, a.json", "review, a.html", "train, a.model"})
    void isRefusedBeforeTheWork(String command, String name) {
        Path file = folder.resolve("none").resolve(name);
        String output = "--output=" + file;
        String nothing = "--corpus=" + folder.resolve("no-corpus");

        HelpTest.Captured captured = HelpTest.captured(() -> switch (command) {
            case "sql" -> Lintas.run(command, nothing, output, "SELECT 1");
            case "export" -> Lintas.run(command, nothing, output, "--format=ftm");
            default -> Lintas.run(command, nothing, output);
        });

        assertThat(captured.err()).startsWith("lintas: " + output + ": its folder does not exist");
        assertThat(captured.code()).isEqualTo(ExitCode.USAGE);
    }

    private static void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> NewFile.create("--output", file.toString()))
                .isInstanceOf(RunFailure.class)
                .hasMessageStartingWith("--output=" + file + ": " + message)
                .extracting(e -> ((RunFailure) e).code())
                .isEqualTo(ExitCode.USAGE);
    }
}
