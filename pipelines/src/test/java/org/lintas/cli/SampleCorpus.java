package org.lintas.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lintas.failure.ExitCode;

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
            for (Path file : files.filter(file -> !file.equals(FOLDER)).toList()) {
                Files.copy(file, target.resolve(FOLDER.relativize(file).toString()));
            }
        }
        return target;
    }

    /** Builds a corpus of other material. */
    public static Path build(Path input, Path output) {
        return build(input, output, List.of());
    }

    private static Path build(Path input, Path output, List<String> more) {
        var args = new ArrayList<>(List.of("--input=" + input, "--output=" + output, "--parallelism=1"));
        args.addAll(more);
        ExitCode code = Lintas.run("build", args.toArray(String[]::new));
        if (code != ExitCode.OK) {
            throw new IllegalStateException(input + " cannot be built: " + code);
        }
        return output;
    }

    private static Path build() {
        try {
            Path folder = Files.createTempDirectory("lintas-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return build(Path.of("src/sample").toAbsolutePath(), folder, List.of("--watch=src/sample-watch.tsv"));
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
