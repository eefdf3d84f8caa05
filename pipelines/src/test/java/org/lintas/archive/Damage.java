package org.lintas.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Checks that a reader handles damaged files: truncated and modified ones. */
public final class Damage {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Damage() {}

    /** If a file is truncated at any offset, the records before it are read in order, and nothing else. */
    public static void clipEverywhere(ArchiveFormat format, byte[] file) throws IOException {
        List<String> whole = Found.in(format, file).ids();
        int most = 0;
        for (int length = 0; length < file.length; length++) {
            Found found = Found.in(format, Arrays.copyOf(file, length));
            assertThat(found.ids())
                    .as("clipped at %d", length)
                    .isEqualTo(whole.subList(0, Math.min(whole.size(), found.captures.size())));
            assertThat(found.captures.size()).as("clipped at %d", length).isGreaterThanOrEqualTo(most);
            most = found.captures.size();
        }
        assertThat(most).isGreaterThanOrEqualTo(whole.size() - 1);
    }

    /** If arbitrary bytes are changed, a file is still read to its end, in limited time. */
    public static void mutate(ArchiveFormat format, byte[] file, int times) {
        Random random = new Random(7);
        for (int i = 0; i < times; i++) {
            byte[] damaged = file.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(damaged.length);
                damaged[at] = switch (random.nextInt(4)) {
                    case 0 -> (byte) 0xFF;
                    case 1 -> (byte) (damaged[at] ^ (1 << random.nextInt(8)));
                    case 2 -> 0;
                    default -> (byte) random.nextInt(256);
                };
            }
            if (random.nextInt(4) == 0) {
                int from = random.nextInt(damaged.length);
                int to = Math.min(damaged.length, from + 1 + random.nextInt(64));
                byte[] shorter = Arrays.copyOf(damaged, damaged.length - (to - from));
                System.arraycopy(damaged, to, shorter, from, damaged.length - to);
                damaged = shorter;
            }
            byte[] mutant = damaged;
            assertThatNoException()
                    .as("mutation %d", i)
                    .isThrownBy(() -> assertTimeoutPreemptively(SOON, () -> Found.in(format, mutant)));
        }
    }
}
