package org.lintas.archive.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.schemas.RejectReason;

class JsonArrayReaderTest {

    private static final String PRETTY = """
            [
              {
                "id": "a",
                "text": "satu \\"dua\\" ] } , {",
                "images": [
                  {"url": "https://x.example/1.jpg"},
                  {"id": "img", "url": "https://x.example/2.jpg"}
                ]
              },
              {
                "id": "b",
                "tags": [], "text": "tiga"
              },
              {
                "id": "c",
                "text": "lima"
              }
            ]
            """;

    @Test
    void readsElementsWithTheirOffsets() throws IOException {
        Found found = Found.in(ArchiveFormat.JSON, PRETTY.getBytes(UTF_8));

        assertThat(found.ids()).containsExactly("a", "b", "c");
        assertThat(found.captures.get(1).getArchiveOffset())
                .isEqualTo(PRETTY.lastIndexOf('{', PRETTY.indexOf("\"b\"")));
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1,\"text\":\"x\"},{\"id\":2,\"text\":\"y\"}]",
                "\uFEFF [ {\"id\":1,\"text\":\"x\"} , {\"id\":2,\"text\":\"y\"} ]\r\n",
                "{\n \"id\":1,\n \"text\":\"x\"\n}\n{\n \"id\":2,\n \"text\":\"y\"\n}\n"
            })
    void readsOtherShapes(String json) throws IOException {
        Found found = Found.in(ArchiveFormat.JSON, json.getBytes(UTF_8));

        assertThat(found.ids()).containsExactly("1", "2");
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": 2, \"text\": \"no end}",
                "{\"id\": 2, \"text\": no start\"}",
                "{\"id\": 2, \"text\": \"a\",,}",
                "{\"id\": 2, \"text\": \"a\", \"tags\": [{\"a\": 1}, {\"a\": 2}}",
                "{\"id\": 2, \"text\": \"a\", \"tags\": {\"a\": {}",
                "{\"id\": 2, \"text\": \"a\"",
                "\"id\": 2, \"text\": \"a\"}",
                "17"
            })
    void aBrokenElementIsOneRejectAndTheOthersAreRead(String broken) throws IOException {
        for (String separator : new String[] {",", ",\n  "}) {
            String json = "[" + element(0) + separator + element(1) + separator + broken + separator + element(3)
                    + separator + element(4) + "]";

            Found found = Found.in(ArchiveFormat.JSON, json.getBytes(UTF_8));

            assertThat(found.ids()).containsExactly("0", "1", "3", "4");
            assertThat(found.reasons()).containsExactly(RejectReason.INVALID_JSON);
            assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(json.indexOf(broken));
        }
    }

    @Test
    void aLargeElementIsStreamedPast() throws IOException {
        String large = "{\"id\":1,\"text\":\"" + "x".repeat(300_000) + "\",\"tags\":[{\"text\":\"y\"}]}";
        String json = "[" + element(0) + "," + large + "," + element(2) + "]";

        Found found = Found.in(ArchiveFormat.JSON, json.getBytes(UTF_8), 1_000);

        assertThat(found.ids()).containsExactly("0", "2");
        assertThat(found.reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @Test
    void aClippedArrayGivesTheElementsBeforeTheClipAndOneReject() throws IOException {
        Damage.clipEverywhere(ArchiveFormat.JSON, PRETTY.getBytes(UTF_8));
        for (int length = 1; length < PRETTY.length() - 2; length++) {
            Found found =
                    Found.in(ArchiveFormat.JSON, PRETTY.substring(0, length).getBytes(UTF_8));
            assertThat(found.reasons()).as("clipped at %d", length).containsExactly(RejectReason.TRUNCATED);
        }
    }

    @Test
    void aClippedGzipGivesTheElementsBeforeTheClipAndOneReject() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(IntStream.range(0, 3_000)
                    .mapToObj(i -> element(i * 7919))
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(UTF_8));
        }
        byte[] clipped = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);

        Found found = Found.in(ArchiveFormat.JSON, clipped);

        assertThat(found.captures).hasSizeBetween(500, 2_500);
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @Test
    void damageIsReadToTheEnd() {
        Damage.mutate(ArchiveFormat.JSON, PRETTY.getBytes(UTF_8), 5_000);
    }

    @Test
    void deepAndEndlessNestingEnds() throws IOException {
        Found deep = Found.in(ArchiveFormat.JSON, ("[{\"a\":" + "[".repeat(2_000_000)).getBytes(UTF_8));
        assertThat(deep.reasons()).containsExactly(RejectReason.INVALID_JSON);
        Found wide = Found.in(ArchiveFormat.JSON, ("[{\"a\":" + ",{\"a\":".repeat(50_000)).getBytes(UTF_8));
        assertThat(wide.captures).isEmpty();
        assertThat(wide.rejects).isNotEmpty();
    }

    private static String element(int id) {
        return "{\"id\": " + id + ", \"text\": \"kata " + id + "\", \"media\": [{\"id\": 9}, {\"id\": 8}]}";
    }
}
