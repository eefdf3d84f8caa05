package org.lintas.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveFormatTest {

    @ParameterizedTest
    @CsvSource({
        "crawl.warc.gz, WARC",
        "crawl.warc.wet, WARC",
        "dump.jsonl, JSON_LINES",
        "dump-2.jsonl.gz, JSON_LINES",
        "dump.json, JSON",
        "dump.csv, CSV",
        "stories.avro, AVRO",
        "stories.parquet, PARQUET",
        "saved/en-7.mhtml, MHTML",
        "crawl.wacz, ZIP",
        "texts.zip, ZIP",
        "texts.tar.gz, TAR",
        "pages/id-5.html, HTML"
    })
    void contentTellsWhateverTheName(String file, ArchiveFormat format) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("src/sample", file));
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ArchiveFormat.HEAD));

        assertThat(ArchiveFormat.of(file, head)).hasValue(format);
        if (format != ArchiveFormat.JSON_LINES || !file.endsWith(".gz")) {
            assertThat(ArchiveFormat.of("no-name", head)).hasValue(format);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "empty.warc.gz.open, WARC",
        "a.jsonl.bz2, JSON_LINES",
        "a.ndjson.zst, JSON_LINES",
        "berita.htm, HTML",
        "berita.txt, TEXT",
        "a.tgz, TAR"
    })
    void theNameTellsWhereContentDoesNot(String name, ArchiveFormat format) {
        assertThat(ArchiveFormat.of("folder.zip/" + name, new byte[0])).hasValue(format);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a.json  | [{"id":1}]            | JSON
                    a.jsonl | [ {"id":1}            | JSON
                    a       | [~  {~ "id":1}        | JSON
                    a.json  | {~  "id": 1,~         | JSON
                    a.json  | {"id": 1,~ "text": 2} | JSON
                    a.json  | {"id": 1}~{"id": 2}   | JSON_LINES
                    a.json  | {"id": "cut           | JSON_LINES
                    a       | {"id": 1}~            | JSON_LINES
                    a.txt   | [{"id":1}]            | TEXT
                    """)
    void shapesOfJsonAreTold(String name, String content, ArchiveFormat format) {
        assertThat(ArchiveFormat.of(name, content.replace('~', '\n').getBytes(UTF_8)))
                .hasValue(format);
    }

    /** Many comments before a page, and text that looks like comments. */
    @Test
    void commentsBeforeAPageAreReadInLittleTime() {
        Pattern each = Pattern.compile(
                "^(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype html|html|head|body)", Pattern.DOTALL);
        List<String> pieces = List.of("<!--", "-->", " ", "a", "\n", "<html", "<!doctype html", "<?xml ?>", "<p", ">");
        var random = new Random(1);
        for (int round = 0; round < 5_000; round++) {
            String start = IntStream.range(0, random.nextInt(9))
                    .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining());
            boolean isPage = each.matcher(start.strip()).find();

            assertThat(ArchiveFormat.of("a", start.getBytes(UTF_8)))
                    .isEqualTo(isPage ? Optional.of(ArchiveFormat.HTML) : Optional.empty());
        }
        byte[] head = "<!-- a -->".repeat(400).getBytes(UTF_8);
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            for (int i = 0; i < 1_000; i++) {
                ArchiveFormat.of("a", head);
            }
        });
    }

    @Test
    void unknownStaysUnknown() {
        assertThat(ArchiveFormat.of("song.mp3", "ID3".getBytes(UTF_8))).isEmpty();
    }
}
