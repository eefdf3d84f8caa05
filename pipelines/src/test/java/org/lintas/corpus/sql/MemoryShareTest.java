package org.lintas.corpus.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryShareTest {

    private static final long MIB = 1L << 20;

    @ParameterizedTest
    @CsvSource({
        // A large machine, a small one, a container that the heap nearly fills, one that it overfills.
        "24576, 6144, 8960",
        "4096, 1024, 1280",
        "2048, 1536, 128",
        "1024, 2048, 128",
    })
    void isHalfOfWhatTheHeapLeaves(long machine, long heap, long share) {
        assertThat(MemoryShare.of(machine * MIB, heap * MIB)).isEqualTo(share * MIB);
    }

    @Test
    void followsThisMachine() {
        assertThat(MemoryShare.bytes())
                .isGreaterThanOrEqualTo(MemoryShare.LEAST)
                .isLessThan(1L << 44);
        assertThat(MemoryShare.isLeast(MemoryShare.LEAST)).isTrue();
        assertThat(MemoryShare.isLeast(MemoryShare.LEAST + 1)).isFalse();
    }
}
