package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    @Test
    void aMachineThatRunsTestsIsWell() {
        assertThat(Examination.all(Optional.of("target/not/yet/there")))
                .hasSize(10)
                .filteredOn(finding ->
                        !finding.name().equals("memory") && !finding.found().contains("free"))
                .allSatisfy(
                        finding -> assertThat(finding.isOk()).as(finding.line()).isTrue());
    }

    @Test
    void whatIsIllComesWithAdvice() {
        assertThat(Examination.java(11).line()).startsWith("FAIL  java").contains("install Java 17 to 21");
        assertThat(Examination.java(17).isOk()).isTrue();
        assertThat(Examination.memory(256L << 20, 8).line())
                .contains("heap of 256 MiB, 2,4")
                .contains("set LINTAS_JAVA_OPTS=-Xmx24");
        assertThat(Examination.duckdb("1.0", 128L << 20).line())
                .startsWith("FAIL  duckdb     version 1.0, 128 MiB of memory beside the heap: leave it more")
                .endsWith("a smaller -Xmx in LINTAS_JAVA_OPTS");
        assertThat(Examination.duckdb("1.0", 129L << 20).isOk()).isTrue();
        assertThat(Examination.writable("output", Path.of("/proc"), "choose another")
                        .line())
                .isEqualTo("FAIL  output     /proc cannot be written: choose another");
    }
}
