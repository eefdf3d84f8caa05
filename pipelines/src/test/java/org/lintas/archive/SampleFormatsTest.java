package org.lintas.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleFormatsTest {

    @ParameterizedTest
    @CsvSource({
        "dump.json, id-7",
        "dump.csv, ms-7",
        "stories.avro, tl-7",
        "stories.parquet, vi-7",
        "saved/en-7.mhtml, file",
        "crawl.wacz, <urn:uuid:7d1c0f3e-5a44-4a5e-9d0b-0000000000e7>"
    })
    void eachHoldsOneArticle(String name, String id) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/sample", name));
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ArchiveFormat.HEAD));
        Found found = Found.in(ArchiveFormat.of(name, head).orElseThrow(), bytes);

        assertThat(found.ids()).containsExactly(id);
        assertThat(found.rejects).isEmpty();
    }
}
