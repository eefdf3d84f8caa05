package org.lintas.archive.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lintas.archive.Warcs.concat;
import static org.lintas.archive.Warcs.record;
import static org.lintas.archive.Warcs.response;

import com.github.luben.zstd.ZstdDictTrainer;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.Warcs.Storage;
import org.lintas.archive.input.ByteRange;
import org.lintas.archive.input.HostList;
import org.lintas.record.Capture;
import org.lintas.schemas.RejectReason;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

class WarcArchiveReaderTest {

    private static final Path SAMPLE = Path.of("src/sample/crawl.warc.gz");

    /** "<p>halaman brotli</p>" in brotli: one uncompressed meta-block (RFC 7932, section 9.2). */
    private static final byte[] BROTLI = brotli("<p>halaman brotli</p>");

    @ParameterizedTest
    @EnumSource
    void readsResponsesAndCountsTheRest(Storage storage) throws IOException {
        byte[] warc = Warcs.file(
                storage,
                List.of(
                        record("warcinfo", null, "application/warc-fields", "software: x\r\n"),
                        record("request", "https://a.example/", "application/http", "GET / HTTP/1.1\r\n\r\n"),
                        response("https://a.example/", "200 OK", "text/html; charset=\"utf-8\"", "<p>halaman</p>"),
                        response("https://b.example/", "404 Not Found", "text/html", "gone"),
                        response("https://c.example/", "200 OK", "image/png", "png"),
                        record("revisit", "https://a.example/", "application/http", "HTTP/1.1 200 OK\r\n\r\n"),
                        record("invented-type", "https://a.example/", "text/plain", "x"),
                        record("conversion", "https://d.example/", "text/plain", "teks")));

        Found found = Found.in(ArchiveFormat.WARC, warc);

        assertThat(found.captures)
                .extracting(Capture::getUrl)
                .containsExactly("https://a.example/", "https://d.example/");
        assertThat(found.captures.get(0).getRecordId()).isEqualTo("<urn:uuid:response-https://a.example/>");
        assertThat(found.captures.get(0).getCharset()).isEqualTo("utf-8");
        assertThat(found.captures.get(0).getCapturedAt()).hasToString("2025-12-20T03:00:00Z");
        assertThat(text(found, 0)).isEqualTo("<p>halaman</p>");
        assertThat(found.skipped)
                .containsExactly("warcinfo", "request", "http_404", "not_html", "revisit", "other_record");
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void skipsRecordsOfOtherHostsBeforeTheyAreDecoded(Storage storage) throws IOException {
        byte[] warc = Warcs.file(
                storage,
                List.of(
                        response("https://lain.example/", "200 OK", "text/html", "<p>lain</p>"),
                        // A coding that is not supported would make a reject of it.
                        record(
                                "response",
                                "https://lain.example/2",
                                "application/http",
                                "HTTP/1.1 200 OK\r\n"
                                        + "Content-Type: text/html\r\nContent-Encoding: compress\r\n\r\nx"),
                        response("https://www.kabar.example/", "200 OK", "text/html", "<p>kabar</p>")));
        var found = new Found(warc.length);

        new WarcArchiveReader(1 << 20, HostList.parse(List.of("kabar.example")))
                .read("file", Found.source(warc), found);

        assertThat(found.captures).extracting(Capture::getUrl).containsExactly("https://www.kabar.example/");
        assertThat(found.skipped).containsExactly(HostList.OTHER_HOST, HostList.OTHER_HOST);
        assertThat(found.rejects).isEmpty();
    }

    @Test
    void readsArcLinesWithSpacesAndBothVersions() throws IOException {
        String http = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>lama</p>";
        String arc = "filedesc://lama.arc 0.0.0.0 20040101000000 text/plain 15\n1 0 Arsip Uji\n\n"
                + "http://a.example/cari?q=dua kata 10.0.0.1 20040102030405 text/html " + http.length() + "\n" + http
                + "\nhttp://b.example/ 10.0.0.2 20040102030406 text/html 200 - - 17 lama.arc " + http.length() + "\n"
                + http + "\ndns:b.example 10.0.0.2 20040102030406 text/dns 3\nabc\n";

        Found found = Found.in(ArchiveFormat.WARC, arc.getBytes(ISO_8859_1));

        assertThat(found.captures)
                .extracting(Capture::getUrl)
                .containsExactly("http://a.example/cari?q=dua kata", "http://b.example/");
        assertThat(found.captures.get(0).getRecordId())
                .isEqualTo("http://a.example/cari?q=dua kata@2004-01-02T03:04:05Z");
        assertThat(found.skipped).containsExactly("warcinfo", "response_not_http");
        assertThat(found.rejects).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-20T03:04:05Z, 2025-12-20T03:04:05Z",
        "2025-12-20T03:04:05.123456Z, 2025-12-20T03:04:05.123456Z",
        "2025-12-20, 2025-12-20T00:00:00Z",
        "2025-12, 2025-12-01T00:00:00Z",
        "2025, 2025-01-01T00:00:00Z",
        "20251220030405, 2025-12-20T03:04:05Z",
        "kemarin, ",
    })
    void readsDatesCutAfterAnyPart(String date, String instant) {
        var header = new RecordHeader(false, java.util.Map.of("warc-date", date), 0);

        assertThat(header.date().map(Object::toString).orElse(null)).isEqualTo(instant);
    }

    @Test
    void undoesTheCodingsOfBodies() throws IOException {
        byte[] page = "<p>halaman</p>".getBytes(UTF_8);
        List<byte[]> records = List.of(
                coded(1, "Content-Encoding: gzip", compressed(page, out -> new GZIPOutputStream(out))),
                coded(2, "Content-Encoding: deflate", compressed(page, out -> new DeflaterOutputStream(out))),
                coded(
                        3,
                        "Content-Encoding: deflate",
                        compressed(page, out -> new DeflaterOutputStream(out, new Deflater(9, true)))),
                coded(4, "Content-Encoding: zstd", compressed(page, out -> new ZstdOutputStream(out))),
                coded(5, "Content-Encoding: br", BROTLI),
                coded(6, "Content-Encoding: gzip", page),
                coded(7, "Transfer-Encoding: chunked", "7;x=y\r\n<p>hala\r\n7\r\nman</p>\r\n0\r\n\r\n".getBytes(UTF_8)),
                coded(8, "Transfer-Encoding: chunked", page),
                coded(9, "Content-Encoding: rot13", page.clone()),
                coded(10, "Transfer-Encoding: chunked", "7\r\n<p>hala\r\nzz\r\nman</p>\r\n0\r\n\r\n".getBytes(UTF_8)));

        Found found = Found.in(ArchiveFormat.WARC, Warcs.file(Storage.GZIP, records));

        assertThat(found.captures).hasSize(9);
        for (int i = 0; i < 9; i++) {
            assertThat(text(found, i)).isEqualTo(i == 4 ? "<p>halaman brotli</p>" : "<p>halaman</p>");
        }
        assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
        assertThat(found.rejects.get(0).getDetail()).isEqualTo("no length of a chunk: zz");
    }

    @Test
    void namesACodingThatNobodyCanUndo() throws IOException {
        byte[] warc = coded(1, "Content-Encoding: rot13", new byte[] {1, 2, 3});

        assertThat(Found.in(ArchiveFormat.WARC, warc).reasons()).containsExactly(RejectReason.UNSUPPORTED_ENCODING);
    }

    @Test
    void aDigestVouchesForABlockThatHoldsARecord() throws Exception {
        String inner = new String(response("https://dalam.example/", "200 OK", "text/html", "dalam"), ISO_8859_1);
        byte[] vouched = withDigest("https://luar.example/", "<pre>" + inner + "</pre>", true);
        byte[] wrong = withDigest("https://luar.example/", "<pre>" + inner + "</pre>", false);

        assertThat(Found.in(ArchiveFormat.WARC, vouched).urls()).containsExactly("https://luar.example/");
        // The block is damaged but ends at a valid end of a record: the record within it is content.
        Found found = Found.in(ArchiveFormat.WARC, wrong);
        assertThat(found.urls()).isEmpty();
        assertThat(found.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.getDetail()).isEqualTo("its digest does not match");
            assertThat(reject.getUrl()).isEqualTo("https://luar.example/");
        });
    }

    @ParameterizedTest
    @EnumSource
    void partsTogetherGiveWhatTheWholeGives(Storage storage) throws IOException {
        List<byte[]> records = Warcs.pages(12);
        byte[] warc = concat(
                Warcs.file(storage, records.subList(0, 7)),
                "sampah di antara rekaman".getBytes(UTF_8),
                Warcs.file(storage, records.subList(7, 12)));
        Found whole = Found.in(ArchiveFormat.WARC, warc);
        assertThat(whole.captures).hasSize(12);
        assertThat(whole.rejects).hasSize(1);

        for (int at = 1; at < warc.length; at++) {
            var parts = new Found(1 << 20);
            parts.read(warc, new ByteRange(0, at));
            parts.read(warc, new ByteRange(at, Math.min(at + 700L, warc.length)));
            parts.read(warc, new ByteRange(Math.min(at + 700L, warc.length), Long.MAX_VALUE));

            assertThat(parts.captures).as("cut at %d", at).isEqualTo(whole.captures);
            assertThat(parts.rejects).as("cut at %d", at).isEqualTo(whole.rejects);
        }
    }

    @Test
    void readsZstdWithADictionaryInItsFirstFrame() throws IOException {
        List<byte[]> records = Warcs.pages(200);
        var trainer = new ZstdDictTrainer(1 << 20, 4 << 10);
        records.forEach(trainer::addSample);
        byte[] dictionary = trainer.trainSamples();
        for (byte[] stored : List.of(dictionary, Warcs.stored(Storage.ZSTD, dictionary))) {
            var file = new ByteArrayOutputStream();
            file.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x184D2A5D)
                    .putInt(stored.length)
                    .array());
            file.writeBytes(stored);
            for (byte[] record : records) {
                file.writeBytes(compressed(record, out -> new ZstdOutputStream(out).setDict(dictionary)));
            }
            byte[] warc = file.toByteArray();

            assertThat(ArchiveFormat.of("crawl.warc.zst", warc)).contains(ArchiveFormat.WARC);
            assertThat(Found.in(ArchiveFormat.WARC, warc).captures).hasSize(200);
            var parts = new Found(1 << 20);
            parts.read(warc, new ByteRange(0, warc.length / 2));
            parts.read(warc, new ByteRange(warc.length / 2, Long.MAX_VALUE));
            assertThat(parts.urls())
                    .isEqualTo(Found.in(ArchiveFormat.WARC, warc).urls());
        }
    }

    @Test
    void readsAFileThatIsOneMember() throws IOException {
        List<byte[]> records = Warcs.pages(5);
        byte[] warc = concat(records.toArray(byte[][]::new));

        for (Storage storage : Storage.values()) {
            Found found = Found.in(ArchiveFormat.WARC, Warcs.stored(storage, warc));
            assertThat(found.captures).hasSize(5);
            assertThat(found.captures).extracting(Capture::getArchiveOffset).doesNotHaveDuplicates();
        }
    }

    @Test
    void readsTheSameRecordsAsJwarc() throws IOException {
        byte[] sound = Warcs.file(Storage.GZIP, Warcs.pages(20));
        var offsets = new ArrayList<Long>();
        try (var reader = new WarcReader(new ByteArrayInputStream(sound))) {
            for (WarcRecord record : reader) {
                offsets.add(reader.position());
                assertThat(record.type()).isEqualTo("response");
            }
        }

        assertThat(Found.in(ArchiveFormat.WARC, sound).captures)
                .extracting(Capture::getArchiveOffset)
                .containsExactlyElementsOf(offsets);
    }

    @Test
    void aPayloadAboveTheLimitIsAReject() throws IOException {
        byte[] warc = Warcs.file(
                Storage.GZIP,
                List.of(
                        response("https://a.example/", "200 OK", "text/html", "x".repeat(100_000)),
                        response("https://b.example/", "200 OK", "text/html", "small")));

        Found found = Found.in(ArchiveFormat.WARC, warc, 10_000);

        assertThat(found.reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE);
        assertThat(found.captures).hasSize(1);
    }

    @Test
    void aBodyThatBombsIsBounded() throws IOException {
        byte[] bomb = compressed(new byte[64 << 20], out -> new GZIPOutputStream(out));

        assertThat(Found.in(ArchiveFormat.WARC, coded(1, "Content-Encoding: gzip", bomb))
                        .reasons())
                .containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @Test
    void theSampleHoldsOneDamagedMember() throws IOException {
        Found found = Found.in(ArchiveFormat.WARC, Files.readAllBytes(SAMPLE));

        assertThat(found.captures).hasSize(11);
        assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
    }

    private static String text(Found found, int capture) {
        return UTF_8.decode(found.captures.get(capture).getPayload().duplicate())
                .toString();
    }

    private static byte[] coded(int page, String header, byte[] body) {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n\r\n";
        return record("response", Warcs.url(page), "application/http", http + new String(body, ISO_8859_1));
    }

    private static byte[] withDigest(String url, String body, boolean right) throws Exception {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body;
        byte[] digest = java.security.MessageDigest.getInstance("SHA-1").digest(http.getBytes(ISO_8859_1));
        digest[0] += (byte) (right ? 0 : 1);
        String plain = new String(record("response", url, "application/http", http), ISO_8859_1);
        String field =
                "WARC-Block-Digest: sha1:" + HexFormat.of().formatHex(digest) + "\r\nContent-Type: application/http";
        return plain.replaceFirst("Content-Type: application/http", field).getBytes(ISO_8859_1);
    }

    /** Creates a compressing stream. */
    @FunctionalInterface
    private interface Compressor {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] compressed(byte[] bytes, Compressor compressor) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream in = compressor.over(out)) {
            in.write(bytes);
        }
        return out.toByteArray();
    }

    /** Window of 16 bits, a meta-block of four nibbles of length, uncompressed, then an empty last one. */
    private static byte[] brotli(String text) {
        byte[] content = text.getBytes(UTF_8);
        int length = content.length - 1;
        // Bits, least significant first: window 0; not last 0; nibbles 00; length in 16; uncompressed 1; padding.
        long bits = ((long) length << 4) | (1L << 20);
        return concat(new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16)}, content, new byte[] {3});
    }
}
