package org.lintas.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.dataset.Layout;
import org.lintas.failure.RunFailure;

class OutputLockTest {

    private static final int ROUNDS = 20;

    @TempDir
    Path temp;

    private Layout layout;
    private Path locks;

    @BeforeEach
    void place() {
        layout = new Layout(temp.resolve("c").toString());
        locks = Path.of(layout.locks());
    }

    @Test
    void keepsAnotherRunOutUntilItIsClosed() throws IOException {
        try (var lock = OutputLock.take("--output", layout, Optional.empty())) {
            lock.renew();
            assertRefused();
        }
        assertThat(locks).doesNotExist();
        OutputLock.take("--output", layout, Optional.empty()).close();
    }

    @Test
    void expiresWhenItsProcessHasEnded() throws Exception {
        Process process = new ProcessBuilder("true").start();
        String since = process.info().startInstant().map(Instant::toString).orElse("then");
        process.waitFor();
        Path left = write("{\"host\":\"" + InetAddress.getLocalHost().getHostName() + "\",\"process\":" + process.pid()
                + ",\"since\":\"" + since + "\"}");

        OutputLock.take("--output", layout, Optional.empty()).close();

        assertThat(left).doesNotExist();
    }

    @Test
    void ofAnotherMachineHoldsWhileItIsRenewed() throws IOException {
        Path other = write("{\"host\":\"elsewhere.example\",\"process\":1,\"since\":\"2025-01-01T00:00:00Z\"}");

        assertRefused();

        Instant old = Files.getLastModifiedTime(other)
                .toInstant()
                .minus(OutputLock.STALE)
                .minus(Duration.ofSeconds(5));
        Files.setLastModifiedTime(other, FileTime.from(old));
        OutputLock.take("--output", layout, Optional.empty()).close();
        assertThat(other).doesNotExist();
    }

    @Test
    void holdsWhileItIsHalfWritten() throws IOException {
        write("{\"host\":\"else");

        assertRefused();
    }

    /** Runs that see each other all give up, so a round may have no winner; but never two, and eventually one. */
    @Test
    void atMostOneOfManyAtOnceGetsIt() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<OutputLock> taken = List.of();
            for (int round = 0; round < ROUNDS && taken.isEmpty(); round++) {
                taken = takeAtOnce(pool);
                assertThat(taken).hasSizeLessThanOrEqualTo(1);
                if (taken.isEmpty()) {
                    // Refused runs leave no lock behind.
                    OutputLock.take("--output", layout, Optional.empty()).close();
                }
            }
            assertThat(taken).as("got it in one of %d rounds", ROUNDS).hasSize(1);
            assertRefused();
            taken.get(0).close();
            OutputLock.take("--output", layout, Optional.empty()).close();
        } finally {
            pool.shutdownNow();
        }
    }

    private List<OutputLock> takeAtOnce(ExecutorService pool) throws InterruptedException {
        Callable<OutputLock> take = () -> OutputLock.take("--output", layout, Optional.empty());
        List<OutputLock> taken = new ArrayList<>();
        for (Future<OutputLock> future : pool.invokeAll(Collections.nCopies(8, take))) {
            try {
                taken.add(future.get());
            } catch (ExecutionException e) {
                assertThat(e.getCause())
                        .isInstanceOf(RunFailure.class)
                        .hasMessageContaining("another run writes to it");
            }
        }
        return taken;
    }

    @Test
    void theFlagOfAFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(Files.createDirectories(locks).resolveSibling("file"));

        assertThatThrownBy(() -> OutputLock.take("--corpus", new Layout(file.toString()), Optional.empty()))
                .isInstanceOf(RunFailure.class)
                .hasMessageStartingWith("--corpus=" + file + ": is not writable");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> OutputLock.take("--output", layout, Optional.empty()))
                .isInstanceOf(RunFailure.class)
                .hasMessageContaining("another run writes to it");
    }

    private Path write(String content) throws IOException {
        return Files.writeString(Files.createDirectories(locks).resolve("left.json"), content);
    }
}
