package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SystemCheckTest {

    @Test
    void passesOnAMachineThatRunsTests() {
        assertThat(SystemCheck.all(Optional.of("target/not/yet/there")))
                .hasSize(10)
                .filteredOn(result ->
                        !result.name().equals("memory") && !result.found().contains("free"))
                .allSatisfy(
                        result -> assertThat(result.isOk()).as(result.line()).isTrue());
    }

    @Test
    void failedChecksComeWithAdvice() {
        assertThat(SystemCheck.java(11).line()).startsWith("FAIL  java").contains("install Java 17 to 21");
        assertThat(SystemCheck.java(17).isOk()).isTrue();
        assertThat(SystemCheck.memory(256L << 20, 8).line())
                .contains("heap of 256 MiB, 2,4")
                .contains("set LINTAS_JAVA_OPTS=-Xmx24");
        assertThat(SystemCheck.duckdb("1.0", 128L << 20).line())
                .startsWith("FAIL  duckdb     version 1.0, 128 MiB of memory outside the heap: leave more memory")
                .endsWith("a smaller -Xmx in LINTAS_JAVA_OPTS");
        assertThat(SystemCheck.duckdb("1.0", 129L << 20).isOk()).isTrue();
        assertThat(SystemCheck.writable("output", Path.of("/proc"), "choose another")
                        .line())
                .isEqualTo("FAIL  output     /proc is not writable: choose another");
    }
}
