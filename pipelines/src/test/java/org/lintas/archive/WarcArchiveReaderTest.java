package org.lintas.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.schemas.RejectReason;

class WarcArchiveReaderTest {

    private static final Path SAMPLE = Path.of("src/sample/crawl.warc.gz");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsResponsesAndCountsTheRest(boolean gzip) throws IOException {
        byte[] warc = join(
                gzip,
                record("warcinfo", null, "application/warc-fields", "software: x\r\n"),
                record("request", "https://a.example/", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
                response("https://a.example/", "200 OK", "text/html; charset=utf-8", "<p>halaman</p>"),
                response("https://b.example/", "404 Not Found", "text/html", "gone"),
                response("https://c.example/", "200 OK", "image/png", "png"),
                record("conversion", "https://d.example/", "text/plain", "teks"));

        Found found = Found.in(ArchiveFormat.WARC, warc);

        assertThat(found.captures)
                .extracting(c -> c.getUrl())
                .containsExactly("https://a.example/", "https://d.example/");
        assertThat(found.captures.get(0).getRecordId()).isEqualTo("<urn:uuid:response-https://a.example/>");
        assertThat(found.captures.get(0).getCharset()).isEqualTo("utf-8");
        assertThat(found.captures.get(0).getCapturedAt()).hasToString("2025-12-20T03:00:00Z");
        assertThat(UTF_8.decode(found.captures.get(0).getPayload()).toString()).isEqualTo("<p>halaman</p>");
        assertThat(found.skipped).containsExactly("warcinfo", "request", "http_404", "not_html");
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAfterGarbage(boolean gzip) throws IOException {
        byte[] garbage = new byte[5_000];
        new Random(3).nextBytes(garbage);
        byte[] warc = concat(
                join(gzip, response("https://a.example/", "200 OK", "text/html", "one")),
                garbage,
                join(gzip, response("https://b.example/", "200 OK", "text/html", "two")),
                "WARC/1.0\r\nbroken header".getBytes(UTF_8),
                join(gzip, response("https://c.example/", "200 OK", "text/html", "three")));

        Found found = Found.in(ArchiveFormat.WARC, warc);

        assertThat(found.captures)
                .extracting(c -> c.getUrl())
                .contains("https://a.example/", "https://b.example/", "https://c.example/");
        assertThat(found.reasons()).isNotEmpty().containsOnly(RejectReason.DAMAGED_RECORD);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 700, 800, 1_000_000})
    void aLengthThatEndsInsideALaterRecordLosesNoneAfterIt(int excess) throws IOException {
        byte[] first = response("https://a.example/", "200 OK", "text/html", "one");
        String text = new String(first, ISO_8859_1);
        int length = text.length() - text.indexOf("HTTP/1.1") - 4;
        byte[] wrong = text.replace(
                        "Content-Length: " + length + "\r\n", "Content-Length: " + (length + excess) + "\r\n")
                .getBytes(ISO_8859_1);
        byte[] warc = concat(
                wrong,
                response("https://b.example/", "200 OK", "text/html", "two"),
                response("https://c.example/", "200 OK", "text/html", "three"),
                response("https://d.example/", "200 OK", "text/html", "four"));

        Found found = Found.in(ArchiveFormat.WARC, warc);

        assertThat(wrong).isNotEqualTo(first);
        assertThat(found.captures)
                .extracting(c -> c.getUrl())
                .contains("https://b.example/", "https://c.example/", "https://d.example/");
        assertThat(found.reasons()).isNotEmpty();
    }

    @Test
    void aPayloadAboveTheLimitIsAReject() throws IOException {
        byte[] warc = join(
                true,
                response("https://a.example/", "200 OK", "text/html", "x".repeat(100_000)),
                response("https://b.example/", "200 OK", "text/html", "small"));

        Found found = Found.in(ArchiveFormat.WARC, warc, 10_000);

        assertThat(found.reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE);
        assertThat(found.captures).hasSize(1);
    }

    @Test
    void aBodyThatBombsIsBounded() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                gzip.write(zeros);
            }
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n";
        byte[] warc = join(
                true,
                record(
                        "response",
                        "https://bomb.example/",
                        "application/http; msgtype=response",
                        head + bomb.toString(ISO_8859_1)));

        assertThat(Found.in(ArchiveFormat.WARC, warc).reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @Test
    void clippedAnywhereTheSampleIsReadUpToTheClip() throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLE);
        int sound = Found.in(ArchiveFormat.WARC, whole).captures.size();
        int before = 0;
        for (int length = 0; length < whole.length; length += 97) {
            Found found = Found.in(ArchiveFormat.WARC, Arrays.copyOf(whole, length));
            assertThat(found.captures.size()).isBetween(before, sound);
            before = Math.max(before, found.captures.size() - 1);
        }
        assertThat(before).isGreaterThanOrEqualTo(sound - 2);
    }

    @Test
    void mutatedBytesNeitherCrashNorHang() throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLE);
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] mutated = whole.clone();
            for (int j = 0; j < 5; j++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            Found found = Found.in(ArchiveFormat.WARC, mutated);
            assertThat(found.captures.size()).isBetween(5, 14);
        }
    }

    private static byte[] response(String url, String status, String type, String body) {
        String http = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        return record("response", url, "application/http; msgtype=response", http);
    }

    private static byte[] record(String type, String url, String contentType, String body) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + type + "-" + url
                + ">\r\nWARC-Date: 2025-12-20T03:00:00Z\r\n"
                + (url == null ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "Content-Type: " + contentType + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body + "\r\n\r\n").getBytes(ISO_8859_1);
    }

    private static byte[] join(boolean gzip, byte[]... records) throws IOException {
        var out = new ByteArrayOutputStream();
        for (byte[] record : records) {
            if (gzip) {
                try (var member = new GZIPOutputStream(out)) {
                    member.write(record);
                }
            } else {
                out.write(record);
            }
        }
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
