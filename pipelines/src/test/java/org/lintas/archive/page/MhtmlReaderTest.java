package org.lintas.archive.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.record.Content;
import org.lintas.schemas.RejectReason;

class MhtmlReaderTest {

    private static final String PAGE = """
            From: <Saved by a browser>
            Snapshot-Content-Location: https://berita.example/a
            Subject: =?utf-8?Q?Judul?=
            Date: Thu, 16 Oct 2025 10:00:00 +0700 (WIB)
            MIME-Version: 1.0
            Content-Type: multipart/related;
            	type="text/html";
            	boundary="----batas"


            ------batas
            Content-Type: text/html; charset=utf-8
            Content-ID: <frame-0@berita>
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://berita.example/a?halaman=1

            <html><body><p class=3D"x">Polisi m=C3=A9nangkap =
            pelaku</p></body></html>
            ------batas
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://berita.example/a.png

            iVBORw0KGgo=
            ------batas
            Content-Type: text/html
            Content-ID: <frame-1@berita>

            <p>iklan</p>
            ------batas--
            """.replace("\n", "\r\n");

    @Test
    void theRootPartIsThePage() throws IOException {
        Found found = Found.in(ArchiveFormat.MHTML, PAGE.getBytes(UTF_8));

        assertThat(found.rejects).isEmpty();
        assertThat(found.captures).singleElement().satisfies(capture -> {
            assertThat(capture.getUrl()).isEqualTo("https://berita.example/a?halaman=1");
            assertThat(capture.getCapturedAt()).isEqualTo(Instant.parse("2025-10-16T03:00:00Z"));
            assertThat(capture.getContent()).isEqualTo(Content.HTML);
            assertThat(capture.getCharset()).isEqualTo("utf-8");
            assertThat(new String(capture.getPayload().array(), UTF_8))
                    .isEqualTo("<html><body><p class=\"x\">Polisi ménangkap pelaku</p></body></html>");
        });
    }

    @Test
    void theStartIsPreferred() throws IOException {
        String page = PAGE.replace("type=\"text/html\";", "start=\"<frame-1@berita>\";");

        Found found = Found.in(ArchiveFormat.MHTML, page.getBytes(UTF_8));

        assertThat(new String(found.captures.get(0).getPayload().array(), UTF_8))
                .isEqualTo("<p>iklan</p>");
        assertThat(found.urls()).containsExactly("https://berita.example/a");
    }

    @Test
    void base64AndBareLineFeedsAreRead() throws IOException {
        String html = "<html><p>" + "kata ".repeat(100) + "</p></html>";
        String page = PAGE.replace("quoted-printable", "base64")
                .replaceAll("(?s)<html>.*?</html>", Base64.getMimeEncoder().encodeToString(html.getBytes(UTF_8)))
                .replace("\r\n", "\n");

        Found found = Found.in(ArchiveFormat.MHTML, page.getBytes(UTF_8));

        assertThat(new String(found.captures.get(0).getPayload().array(), UTF_8))
                .isEqualTo(html);
    }

    @Test
    void aClippedPageIsTruncatedUnlessItsRootIsWhole() throws IOException {
        byte[] bytes = PAGE.getBytes(UTF_8);
        int whole = PAGE.indexOf("image/png");
        int body = PAGE.indexOf("<html>");
        for (int length = 1; length < bytes.length; length++) {
            Found found = Found.in(ArchiveFormat.MHTML, Arrays.copyOf(bytes, length));
            assertThat(found.captures.size() + found.rejects.size()).isEqualTo(1);
            if (length >= whole) {
                assertThat(found.captures).as("clipped at %d", length).hasSize(1);
            } else if (length >= body && length < PAGE.indexOf("------batas", body)) {
                assertThat(found.reasons()).as("clipped at %d", length).containsExactly(RejectReason.TRUNCATED);
            }
        }
    }

    @Test
    void aLargePageIsAReject() throws IOException {
        String page = PAGE.replace("Polisi", "x".repeat(70_000));

        assertThat(Found.in(ArchiveFormat.MHTML, page.getBytes(UTF_8), 5_000).reasons())
                .containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @Test
    void hostileHeadersAndDepthsEnd() throws IOException {
        String long1 = PAGE.replace("Subject:", "X-A: " + "x".repeat(1_000_000) + "\r\nSubject:");
        String many = PAGE.replace("Subject:", "X-A: x\r\n".repeat(100_000) + "Subject:");
        var deep = new StringBuilder("MIME-Version: 1.0\r\n");
        for (int i = 0; i < 20_000; i++) {
            deep.append("Content-Type: multipart/related; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        for (String page : new String[] {long1, many, deep.toString()}) {
            assertThat(Found.in(ArchiveFormat.MHTML, page.getBytes(UTF_8)).reasons())
                    .containsExactly(RejectReason.DAMAGED_RECORD);
        }
    }

    @Test
    void mutationsAreReadToTheEnd() {
        Damage.mutate(ArchiveFormat.MHTML, PAGE.getBytes(UTF_8), 3_000);
    }

    @Test
    void itIsToldByItsHeader() {
        assertThat(ArchiveFormat.of("page.bin", PAGE.getBytes(UTF_8))).hasValue(ArchiveFormat.MHTML);
    }
}
