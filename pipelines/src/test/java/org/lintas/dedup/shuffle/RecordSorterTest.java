package org.lintas.dedup.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSorterTest {

    /** In memory, and in runs on disk; with records that differ early, late and not at all. */
    @ParameterizedTest
    @CsvSource({"1048576, 0", "4096, 0", "4096, 9", "1048576, 9", "12, 9"})
    void sortsAllRecords(int memory, int prefix) throws IOException {
        int width = 12;
        var random = new Random(prefix);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            var record = new byte[width];
            random.nextBytes(record);
            Arrays.fill(record, 0, prefix, (byte) 0x80);
            records.add(record);
            records.add(record.clone());
        }
        records.add(new byte[width]);
        List<byte[]> sorted = new ArrayList<>();
        try (var sorter = new RecordSorter(width, memory)) {
            for (byte[] record : records) {
                sorter.add(record, 0);
            }
            sorter.sorted().forEachRemaining(sorted::add);
        }

        records.sort(Arrays::compareUnsigned);
        assertThat(sorted).usingElementComparator(Arrays::compareUnsigned).isEqualTo(records);
    }

    @ParameterizedTest
    @CsvSource({"8", "1024"})
    void anEmptySorterGivesNothing(int memory) throws IOException {
        try (var sorter = new RecordSorter(8, memory)) {
            Iterator<byte[]> sorted = sorter.sorted();

            assertThat(sorted.hasNext()).isFalse();
        }
    }
}
