package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.corpus.OutputFolder;
import org.lintas.dataset.Layout;
import org.lintas.failure.ExitCode;
import org.lintas.flink.RunGuard;

class GuardedRunTest {

    @TempDir
    Path folder;

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("shutdown in progress"),
                new ExceptionInInitializerError("shutdown in progress"),
                new NoClassDefFoundError("could not be initialised"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void nothingIsLeftWhateverFails(Throwable failure) throws IOException {
        var layout = new Layout(folder.resolve("corpus").toString());
        var messages = new ArrayList<String>();
        try (var guard = RunGuard.of("--output", layout, Optional.empty())) {
            var output = new OutputFolder(layout);
            output.prepare(false);
            assertThat(Files.exists(Path.of(layout.started()))).isTrue();
            Supplier<Pipeline> assembled = () -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            };

            assertThatThrownBy(
                            () -> new GuardedRun(guard, output, messages::add).of(assembled, counters -> ExitCode.OK))
                    .isSameAs(failure);
        }
        assertThat(messages).isEmpty();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
