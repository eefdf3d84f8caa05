package org.lintas.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.schemas.RejectReason;

class CompressionTest {

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2"})
    void bombsAreStreamedPast(String compression) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressor(compression, bytes)) {
            out.write("{\"id\": 1, \"text\": \"awal\"}\n".getBytes(UTF_8));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 60; i++) {
                out.write(zeros);
            }
            out.write("\n{\"id\": 2, \"text\": \"akhir\"}\n".getBytes(UTF_8));
        }

        for (ArchiveFormat format : new ArchiveFormat[] {ArchiveFormat.JSON_LINES, ArchiveFormat.JSON}) {
            Found found = Found.in(format, bytes.toByteArray(), 10_000);
            assertThat(found.ids()).startsWith("1");
            assertThat(found.rejects).hasSizeBetween(1, 2);
        }
        assertThat(Found.in(ArchiveFormat.HTML, bytes.toByteArray(), 10_000).reasons())
                .containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2"})
    void ofAClippedFileTheRecordsBeforeTheClipAreKept(String compression) throws IOException {
        var bytes = new ByteArrayOutputStream();
        // Two members: the clip is in the second one.
        int first = 0;
        for (int member = 0; member < 2; member++) {
            first = bytes.size();
            var part = new ByteArrayOutputStream();
            try (OutputStream out = compressor(compression, part)) {
                for (int i = 0; i < 60_000; i++) {
                    int id = member * 60_000 + i;
                    out.write(("{\"id\": " + id + ", \"text\": \"kata " + id * 7919L + "\"}\n").getBytes(UTF_8));
                }
            }
            bytes.write(part.toByteArray());
        }
        byte[] clipped = Arrays.copyOf(bytes.toByteArray(), first + (bytes.size() - first) / 2 + 1000);

        Found found = Found.in(ArchiveFormat.JSON_LINES, clipped);

        assertThat(found.captures).hasSizeBetween(60_001, 119_999);
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    private static OutputStream compressor(String compression, OutputStream out) throws IOException {
        return switch (compression) {
            case "gz" -> new GZIPOutputStream(out);
            case "zst" -> new ZstdOutputStream(out);
            default -> new BZip2CompressorOutputStream(out, 1);
        };
    }
}
