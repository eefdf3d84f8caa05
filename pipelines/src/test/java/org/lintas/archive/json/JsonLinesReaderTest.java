package org.lintas.archive.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.FieldNames;
import org.lintas.schemas.RejectReason;

class JsonLinesReaderTest {

    private static final String THREE = """
            {"id": "a", "title": "T", "text": "one", "authors": ["X", "Y"]}

            {"id": 2, "headline": "H", "body": "two", "date": "2025-10-16"}
            {"link": "https://x.example/3", "content": "three"}
            """;

    @Test
    void findsTheFieldsUnderTheirCommonNames() throws IOException {
        Found found = Found.in(ArchiveFormat.JSON_LINES, THREE.getBytes(UTF_8));

        assertThat(found.ids()).containsExactly("a", "2", "https://x.example/3");
        assertThat(found.captures.get(0).getFields()).containsEntry("author", "X\nY");
        assertThat(found.captures.get(1).getFields())
                .containsEntry("title", "H")
                .containsEntry("text", "two")
                .containsEntry("published", "2025-10-16");
        assertThat(found.captures.get(1).getArchiveOffset()).isEqualTo(THREE.indexOf("{\"id\": 2"));
        assertThat(found.rejects).isEmpty();
    }

    @Test
    void damagedLinesAreRejectsAndTheOthersAreRead() throws IOException {
        String lines =
                "{\"text\": \"one\"}\n{\"text\": \"cut\n[1]\nnull\n{\"text\": \" \"}\n{\"text\": \"two\"} extra\n{\"text\":\"last\"}";

        Found found = Found.in(ArchiveFormat.JSON_LINES, lines.getBytes(UTF_8));

        assertThat(found.captures).hasSize(2);
        assertThat(found.reasons())
                .containsExactly(
                        RejectReason.INVALID_JSON,
                        RejectReason.INVALID_JSON,
                        RejectReason.INVALID_JSON,
                        RejectReason.MISSING_TEXT,
                        RejectReason.INVALID_JSON);
    }

    @Test
    void aLineOfAnyLengthIsStreamedPast() throws IOException {
        String lines = "{\"text\": \"" + "x".repeat(300_000) + "\"}\n{\"text\": \"short\"}\n";

        Found found = Found.in(ArchiveFormat.JSON_LINES, lines.getBytes(UTF_8), 1_000);

        assertThat(found.reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE);
        assertThat(found.captures)
                .singleElement()
                .satisfies(capture -> assertThat(capture.getFields()).containsEntry("text", "short"));
    }

    @Test
    void aCutGzipGivesTheLinesBeforeTheCutAndOneReject() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 2_000; i++) {
                gzip.write(("{\"id\": " + i + ", \"text\": \"line " + i * 7919 + "\"}\n").getBytes(UTF_8));
            }
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);

        Found found = Found.in(ArchiveFormat.JSON_LINES, cut);

        assertThat(found.captures).hasSizeBetween(500, 1_500);
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2"})
    void compressedLinesAreReadInAllTheirMembers(String compression) throws Exception {
        var bytes = new ByteArrayOutputStream();
        for (String line : List.of("{\"id\": 1, \"text\": \"one\"}\n", "{\"id\": 2, \"text\": \"two\"}\n")) {
            var member = new ByteArrayOutputStream();
            try (OutputStream out = switch (compression) {
                case "gz" -> new GZIPOutputStream(member);
                case "zst" -> new ZstdOutputStream(member);
                default -> new BZip2CompressorOutputStream(member);
            }) {
                out.write(line.getBytes(UTF_8));
            }
            bytes.write(member.toByteArray());
        }

        assertThat(Found.in(ArchiveFormat.JSON_LINES, bytes.toByteArray()).ids())
                .containsExactly("1", "2");
    }

    @Test
    void partsTogetherGiveWhatTheWholeGives() throws IOException {
        String lines = "\uFEFF" + THREE.replace("\n", "\r\n") + "\n\n{\"id\":\"z\",\"text\":\"akhir\"}";
        byte[] bytes = lines.getBytes(UTF_8);
        Found whole = Found.in(ArchiveFormat.JSON_LINES, bytes);
        assertThat(whole.captures).hasSize(4);

        for (int part = 1; part <= bytes.length + 1; part++) {
            var found = new Found(1 << 20);
            for (long from = 0; from < bytes.length; from += part) {
                found.readLines(bytes, new ByteRange(from, from + part));
            }
            assertThat(found.captures).as("parts of %d", part).isEqualTo(whole.captures);
        }
    }

    @Test
    void compressedLinesAreReadByTheFirstPart() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(THREE.getBytes(UTF_8));
        }
        var found = new Found(1 << 20);
        found.readLines(gzip.toByteArray(), new ByteRange(0, 20));
        found.readLines(gzip.toByteArray(), new ByteRange(20, Long.MAX_VALUE));

        assertThat(found.captures).hasSize(3);
    }

    @Test
    void theUsualDamageHitsItsLineOnly() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF{\"id\":1,\"text\":\"a\"}\r\n\r\n \t\n".getBytes(UTF_8));
        bytes.writeBytes(new byte[700]);
        bytes.writeBytes("\n{\"id\":2,\"text\":\"b\"}\n{\"id\":3,\"text\":\"".getBytes(UTF_8));
        bytes.write(0xE0);
        bytes.writeBytes("\"}\n{\"id\":4,\"text\":\"\0\"}\n{\"id\":5,\"text\":\"c\"}".getBytes(UTF_8));

        Found found = Found.in(ArchiveFormat.JSON_LINES, bytes.toByteArray());

        assertThat(found.ids()).containsExactly("1", "2", "5");
        assertThat(found.reasons())
                .containsExactly(RejectReason.INVALID_JSON, RejectReason.INVALID_JSON, RejectReason.INVALID_JSON);
    }

    @Test
    void clippedAndChangedLinesAreReadToTheEnd() throws IOException {
        Damage.clipEverywhere(ArchiveFormat.JSON_LINES, THREE.getBytes(UTF_8));
        Damage.mutate(ArchiveFormat.JSON_LINES, THREE.getBytes(UTF_8), 3_000);
    }

    @Test
    void fieldNamesCanBeReplaced() throws IOException {
        FieldNames fields = FieldNames.parse(List.of("text=story.body", "id=key|nr"));
        var found = new Found(1 << 20);
        byte[] line = "{\"nr\": 7, \"story\": {\"body\": \"deep\"}}".getBytes(UTF_8);
        new JsonLinesReader(1_000, fields).read("file", at -> new ByteArrayInputStream(line), found);

        assertThat(found.ids()).containsExactly("7");
        assertThatThrownBy(() -> FieldNames.parse(List.of("body=text")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PART=NAME");
    }
}
