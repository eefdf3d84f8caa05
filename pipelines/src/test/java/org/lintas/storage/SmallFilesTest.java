package org.lintas.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesTest {

    private static final int LISTINGS = 3_000;

    @Test
    void filesThatVanishWhileTheyAreListedAreLeftOut(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("stays"), "");
        var isEnough = new AtomicBoolean();
        var other = CompletableFuture.runAsync(() -> comesAndGoes(folder.resolve("goes"), isEnough));
        try {
            for (int i = 0; i < LISTINGS; i++) {
                assertThat(SmallFiles.listIn(folder.toString()))
                        .anyMatch(file -> file.resourceId().toString().endsWith("/stays"));
            }
        } finally {
            isEnough.set(true);
        }
        other.get();
    }

    private static void comesAndGoes(Path file, AtomicBoolean isEnough) {
        try {
            while (!isEnough.get()) {
                Files.writeString(file, "");
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
