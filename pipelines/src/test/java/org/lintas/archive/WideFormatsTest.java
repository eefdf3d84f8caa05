package org.lintas.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.archive.input.ByteRange;
import org.lintas.charset.PageCharset;
import org.lintas.record.Capture;
import org.lintas.schemas.RejectReason;

/** Every format of text in UTF-16 and UTF-32, with and without a byte order mark. */
class WideFormatsTest {

    private static final List<String> CHARSETS = List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE");
    private static final String THAI = "ตำรวจจับกุมผู้ต้องหา 😀 สามคน";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '#', textBlock = """
            JSON_LINES | {"id":"1","text":"THAI"}~{"id":"2","text":"dua"}~
            JSON       | [{"id":"1","text":"THAI"},~ {"id":"2","text":"dua"}]
            CSV        | id,text~1,"THAI"~2,dua~
            """)
    void recordsAreReadAsInUtf8(ArchiveFormat format, String content) throws IOException {
        String file = content.replace("THAI", THAI).replace('~', '\n');
        Found expected = Found.in(format, file.getBytes(UTF_8));
        assertThat(expected.ids()).containsExactly("1", "2");

        for (String name : CHARSETS) {
            for (String mark : List.of("", "\uFEFF")) {
                byte[] bytes = (mark + file).getBytes(Charset.forName(name));

                for (byte[] stored : List.of(bytes, Bombs.compressed("gz", bytes))) {
                    assertThat(ArchiveFormat.of("berita", stored)).contains(format);
                    Found found = Found.in(format, stored);
                    assertThat(found.captures).as(name).isEqualTo(expected.captures);
                    assertThat(found.rejects).isEmpty();
                }
            }
        }
    }

    @Test
    void linesAreReadOnceHoweverTheFileIsCut() throws IOException {
        byte[] bytes = "{\"id\":\"1\",\"text\":\"satu\"}\n{\"id\":\"2\",\"text\":\"dua\"}\n"
                .getBytes(Charset.forName("UTF-16LE"));

        for (int cut = 1; cut < bytes.length; cut++) {
            var found = new Found(bytes.length);
            found.readLines(bytes, new ByteRange(0, cut));
            found.readLines(bytes, new ByteRange(cut, Long.MAX_VALUE));

            assertThat(found.ids()).containsExactly("1", "2");
        }
    }

    @Test
    void ofAClippedFileTheRecordsBeforeTheClipAreKept() throws IOException {
        String lines = "{\"id\":\"1\",\"text\":\"" + THAI + "\"}\n";
        byte[] whole = Bombs.compressed("gz", lines.repeat(3_000).getBytes(Charset.forName("UTF-16BE")));
        byte[] clipped = Arrays.copyOf(whole, whole.length - 20);

        Found found = Found.in(ArchiveFormat.JSON_LINES, clipped);

        assertThat(found.captures).hasSizeGreaterThan(1_000);
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
    }

    @Test
    void whatIsNoCharacterBecomesTheReplacement() throws IOException {
        byte[] lone = "{\"id\":\"1\",\"text\":\"a?b\"}".getBytes(Charset.forName("UTF-16BE"));
        int at = new String(lone, Charset.forName("UTF-16BE")).indexOf('?') * 2;
        lone[at] = (byte) 0xD8;

        Found found = Found.in(ArchiveFormat.JSON_LINES, lone);

        assertThat(found.captures.get(0).getFields()).containsEntry("text", "a\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource({"HTML, .html", "TEXT, .txt"})
    void pagesAndTextsAreDecoded(ArchiveFormat format, String extension) throws IOException {
        String page = "<html><head><title>Kabar</title></head><body><p>" + THAI + "</p></body></html>";
        String content = format == ArchiveFormat.HTML ? page : THAI;

        for (String name : CHARSETS) {
            for (String mark : List.of("", "\uFEFF")) {
                byte[] bytes = (mark + content).getBytes(Charset.forName(name));
                assertThat(ArchiveFormat.of("berita" + extension, bytes)).contains(format);

                Capture capture = Found.in(format, bytes).captures.get(0);
                var payload = new byte[capture.getPayload().remaining()];
                capture.getPayload().duplicate().get(payload);
                assertThat(PageCharset.decode(payload, null)).as(name).endsWith(content);
            }
        }
    }
}
