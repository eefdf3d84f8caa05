package org.lintas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lintas.run.ExitCode;

/** The corpus of the sample that ships with the project, built once for all tests that only read it. */
public final class SampleCorpus {

    private static final Path FOLDER = build();

    private SampleCorpus() {}

    public static Path folder() {
        return FOLDER;
    }

    /** A copy that a test may change. */
    public static Path copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(FOLDER.relativize(file).toString()));
            }
        }
        return target;
    }

    private static Path build() {
        try {
            Path folder = Files.createTempDirectory("lintas-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            ExitCode code = BuildCorpus.run(
                    "--input=" + Path.of("src/sample").toAbsolutePath(), "--output=" + folder, "--parallelism=2");
            if (code != ExitCode.OK) {
                throw new IllegalStateException("the sample cannot be built: " + code);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
