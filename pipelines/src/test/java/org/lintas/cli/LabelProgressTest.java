package org.lintas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lintas.record.DistinctCount;
import org.lintas.record.Snapshot;

class LabelProgressTest {

    @Test
    void itTellsHowManyAreLabelledAndHowLongTheOthersTake() {
        var labelled = new DistinctCount();
        var nanos = new AtomicLong();
        var snapshot = new Snapshot(Map.of(), Map.of("articles/part", 7L), new DistinctCount(), labelled);
        try (var line = new LabelProgress(1, () -> snapshot, nanos::get);
                var longer = new LabelProgress(1_000_000, () -> snapshot, nanos::get)) {
            assertThat(line.text()).isEqualTo("0:00:00  labelled about 0 of 1 articles  rows written 7");

            nanos.set(3_661_000_000_000L);
            IntStream.range(0, 50).forEach(i -> labelled.add("article" + i));

            assertThat(line.text()).isEqualTo("1:01:01  labelled about 1 of 1 articles  rows written 7");
            assertThat(longer.text())
                    .startsWith("1:01:01  labelled about ")
                    .matches(".* of 1,000,000 articles  rows written 7  about \\d+:\\d\\d:\\d\\d left");
        }
    }
}
