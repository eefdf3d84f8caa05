package org.lintas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryingSourceTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final byte[] bytes = new byte[100_000];
    private final Random random = new Random(3);
    private int openings;

    @Test
    void whatFailsNowAndThenGivesTheSameBytes() throws IOException {
        random.nextBytes(bytes);
        var source = new RetryingSource("f", this::flaky, PAUSE);

        for (int offset : new int[] {0, 1, 77_777, bytes.length}) {
            try (InputStream in = source.openAt(offset)) {
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, offset, bytes.length));
            }
        }
        assertThat(openings).isGreaterThan(20);
    }

    @Test
    void longRequestsPassConnectionsThatBreakBeforeTheyAreFilled() throws IOException {
        random.nextBytes(bytes);
        ByteSource breaking = offset -> new Failing(offset, 10_000) {
            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                int done = 0;
                for (int n = 0; n >= 0 && done < length; done += Math.max(0, n)) {
                    n = super.read(into, at + done, length - done);
                }
                return done == 0 && length > 0 ? -1 : done;
            }
        };

        var all = new byte[bytes.length];
        try (InputStream in = new RetryingSource("f", breaking, PAUSE).openAt(0)) {
            assertThat(in.readNBytes(all, 0, all.length)).isEqualTo(bytes.length);
        }
        assertThat(all).isEqualTo(bytes);
    }

    @Test
    void whatGoesOnFailingIsNoDamage() throws IOException {
        var source = new RetryingSource("f.warc", offset -> new Failing(offset, offset == 0 ? 10 : 0), PAUSE);
        try (InputStream in = source.openAt(0)) {
            assertThat(in.readNBytes(10)).hasSize(10);
            assertThatThrownBy(in::read)
                    .isInstanceOf(IOError.class)
                    .hasMessageContaining("cannot read f.warc from storage: java.io.IOException: reset");
        }
    }

    @Test
    void aFileThatIsGoneIsOneThatCannotBeRead() {
        var source = new RetryingSource("f", this::gone, PAUSE);

        assertThatThrownBy(() -> source.openAt(0)).isInstanceOf(NoSuchFileException.class);
        assertThat(openings).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForAStorageWhenTheThreadIsToEnd() {
        var source = new RetryingSource("f", this::refused, Duration.ofDays(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> source.openAt(0)).isInstanceOf(IOError.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(openings).isEqualTo(1);
    }

    @Test
    void aFileThatGrowsEndsWhereItEndedFirst(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("f"), new byte[] {1, 2});
        try (var in = new RetryingSource("f", offset -> Files.newInputStream(file), PAUSE).openAt(0)) {
            assertThat(in.readAllBytes()).hasSize(2);
            Files.write(file, new byte[] {3}, StandardOpenOption.APPEND);

            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.available()).isZero();
        }
    }

    @Test
    void goesOnFromAnotherPlace() throws IOException {
        random.nextBytes(bytes);
        try (var in = new RetryingSource("f", this::flaky, PAUSE).openAt(50)) {
            assertThat(in.readNBytes(5_000)).isEqualTo(Arrays.copyOfRange(bytes, 50, 5_050));
            in.seek(99_000);
            assertThat(in.position()).isEqualTo(99_000);
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 99_000, bytes.length));
        }
    }

    /** Fails at every third opening, and after a few thousand bytes. */
    private InputStream flaky(long offset) throws IOException {
        openings++;
        if (openings % 3 == 0) {
            throw new IOException("no connection");
        }
        return new Failing(offset, 1_000 + random.nextInt(9_000));
    }

    private InputStream gone(long offset) throws IOException {
        openings++;
        throw new NoSuchFileException("f");
    }

    private InputStream refused(long offset) {
        openings++;
        throw new IllegalStateException("refused");
    }

    private class Failing extends FilterInputStream {
        private int left;

        Failing(long offset, int left) {
            super(new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset));
            this.left = left;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                throw new IOException("reset");
            }
            int n = super.read(into, offset, Math.min(left, length));
            left -= Math.max(0, n);
            return n;
        }
    }
}
