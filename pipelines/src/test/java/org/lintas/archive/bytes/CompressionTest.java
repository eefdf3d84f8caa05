package org.lintas.archive.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Bombs;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.schemas.RejectReason;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class CompressionTest {

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
    void longLinesAreStreamedPast(String compression) throws IOException {
        byte[] first = "{\"id\": 1, \"text\": \"awal\"}\n".getBytes(UTF_8);
        byte[] last = "\n{\"id\": 2, \"text\": \"akhir\"}\n".getBytes(UTF_8);
        byte[] bytes = Bombs.compressed(compression, Warcs.concat(first, new byte[8 << 20], last));

        for (ArchiveFormat format : new ArchiveFormat[] {ArchiveFormat.JSON_LINES, ArchiveFormat.JSON}) {
            Found found = Found.in(format, bytes, 10_000);
            assertThat(found.ids()).startsWith("1");
            assertThat(found.rejects).hasSizeBetween(1, 2);
        }
        assertThat(Found.in(ArchiveFormat.HTML, bytes, 10_000).reasons())
                .containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
    void ofAClippedFileTheRecordsBeforeTheClipAreKept(String compression) throws IOException {
        var bytes = new ByteArrayOutputStream();
        // Two members: the truncation is in the second one.
        int first = 0;
        for (int member = 0; member < 2; member++) {
            first = bytes.size();
            var part = new StringBuilder();
            for (int i = 0; i < 60_000; i++) {
                int id = member * 60_000 + i;
                part.append("{\"id\": " + id + ", \"text\": \"kata " + id * 7919L + "\"}\n");
            }
            bytes.write(Bombs.compressed(compression, part.toString().getBytes(UTF_8)));
        }
        byte[] clipped = Arrays.copyOf(bytes.toByteArray(), first + (bytes.size() - first) / 2 + 1000);

        Found found = Found.in(ArchiveFormat.JSON_LINES, clipped);

        assertThat(found.captures).hasSizeBetween(60_001, 119_999);
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.jsonl.Z    | 1F 9D 90                      | compress (.Z)
            a.lzma       | 5D 00 00 80 00                | LZMA (.lzma)
            a.csv.lz     | 4C 5A 49 50 01                | lzip
            a.lzo        | 89 4C 5A 4F 00 0D             | lzop
            a.jsonl.lz4  | 04 22 4D 18 64                | LZ4
            a.lz4        | 02 21 4C 18                   | the old format of LZ4
            a.jsonl.sz   | FF 06 00 00 73 4E 61 50 70 59 | snappy
            a.jsonl.7z   | 37 7A BC AF 27 1C             | 7-Zip
            a.jsonl      | 52 61 72 21 1A 07 01          | RAR
            a.jsonl.br   | 8B 02 80 00 FF                | brotli
            """)
    void whatIsNotReadIsNamed(String name, String bytes, String compression) {
        byte[] head = HexFormat.ofDelimiter(" ").parseHex(bytes);

        assertThat(ArchiveFormat.unreadCompression(name, head)).contains(compression);
    }

    @ParameterizedTest
    @CsvSource({"www.folha.example.br, <html><body>", "a.jsonl.br, {\"id\": 1}", "a.jsonl, ]", "x.br, teks"})
    void whatIsTextIsNotTakenForACompressionByItsName(String name, String content) {
        assertThat(ArchiveFormat.unreadCompression(name, content.getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
    void membersWithoutAByteArePassedOver(String compression) throws IOException {
        byte[] empty = Bombs.compressed(compression, new byte[0]);
        var file = new ByteArrayOutputStream();
        file.write(Bombs.compressed(compression, "{\"id\": 1, \"text\": \"awal\"}\n".getBytes(UTF_8)));
        for (int i = 0; i < 50_000; i++) {
            file.write(empty);
        }
        file.write(Bombs.compressed(compression, "{\"id\": 2, \"text\": \"akhir\"}\n".getBytes(UTF_8)));

        Found found = Found.in(ArchiveFormat.JSON_LINES, file.toByteArray());

        assertThat(found.ids()).containsExactly("1", "2");
        assertThat(found.rejects).isEmpty();
    }

    @Test
    void insideAnArchiveItIsAReject() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("lama.jsonl.Z"));
            out.write(new byte[] {0x1F, (byte) 0x9D, (byte) 0x90});
        }

        Found found = Found.in(ArchiveFormat.ZIP, zip.toByteArray());

        assertThat(found.reasons()).containsExactly(RejectReason.UNSUPPORTED_FORMAT);
        assertThat(found.rejects.get(0).getDetail())
                .isEqualTo("compressed by compress (.Z), which is not read: decompress it first");
    }

    @Test
    void ofXzSoMuchMemoryIsGivenAndNoMore() throws IOException {
        for (int window : List.of(64 << 20, 96 << 20)) {
            var options = new LZMA2Options(0);
            options.setDictSize(window);
            var file = new ByteArrayOutputStream();
            try (OutputStream out = new XZOutputStream(file, options)) {
                out.write("{\"id\": 1, \"text\": \"kata\"}\n".getBytes(UTF_8));
            }
            Found found = Found.in(ArchiveFormat.JSON_LINES, file.toByteArray());

            assertThat(found.ids()).hasSize(window == 64 << 20 ? 1 : 0);
            assertThat(found.rejects).hasSize(window == 64 << 20 ? 0 : 1);
        }
    }
}
