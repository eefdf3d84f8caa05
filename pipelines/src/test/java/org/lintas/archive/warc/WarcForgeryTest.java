package org.lintas.archive.warc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.Warcs.Storage;
import org.lintas.archive.input.ByteRange;
import org.lintas.schemas.RejectReason;

/** Pages that contain whole records with URLs of other sites: they must be read as pages, not as those records. */
class WarcForgeryTest {

    private static final int FILES = 400;
    private static final String FORGED = "https://bank.example/";

    @ParameterizedTest
    @EnumSource
    void pagesThatHoldRecordsAreRead(Storage storage) throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            var made = new Generator(seed, false);
            List<byte[]> records = made.records(6);

            Found found = Found.in(ArchiveFormat.WARC, Warcs.file(storage, records));

            assertThat(found.urls()).as("seed %d", seed).isEqualTo(urls(6));
            assertThat(found.rejects).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void soAreThoseOfFilesThatAreOneMemberOrArc() throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            byte[] warc = Warcs.concat(new Generator(seed, false).records(6).toArray(byte[][]::new));
            byte[] arc = Warcs.concat(new Generator(seed, true).records(6).toArray(byte[][]::new));
            for (byte[] file : List.of(
                    Warcs.stored(Storage.GZIP, warc),
                    Warcs.stored(Storage.ZSTD, warc),
                    bzip2(warc),
                    arc,
                    Warcs.stored(Storage.GZIP, arc))) {
                Found found = Found.in(ArchiveFormat.WARC, file);

                assertThat(found.urls()).as("seed %d", seed).isEqualTo(urls(6));
                assertThat(found.rejects).as("seed %d", seed).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPartThatStartsInsideAPageDoesNotTakeWhatThePageHolds(Storage storage) throws IOException {
        var random = new Random(3);
        for (int seed = 0; seed < FILES; seed++) {
            // Incompressible bytes are stored literally in a member, so a page may contain members as well.
            byte[] warc = Warcs.file(storage, new Generator(seed, false).records(6));
            int at = 1 + random.nextInt(warc.length - 1);

            var parts = new Found(warc.length);
            parts.read(warc, new ByteRange(0, at));
            parts.read(warc, new ByteRange(at, Long.MAX_VALUE));

            assertThat(parts.urls()).as("seed %d cut at %d", seed, at).isEqualTo(urls(6));
            assertThat(parts.rejects).as("seed %d cut at %d", seed, at).isEmpty();
        }
    }

    /** If each record is a separate member, no record starts within a member, even if it is damaged. */
    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD"})
    void aMemberThatIsCutOffOrDamagedGivesNoForgedPage(Storage storage) throws IOException {
        var random = new Random(5);
        for (int seed = 0; seed < FILES; seed++) {
            // Members stored literally in a damaged member cannot be distinguished from those after it.
            var made = new Generator(seed, false);
            made.members = false;
            List<byte[]> members = made.records(4).stream()
                    .map(record -> Warcs.stored(storage, record))
                    .toList();
            byte[] whole = Warcs.concat(members.toArray(byte[][]::new));
            int sound = members.get(0).length + members.get(1).length;
            byte[] clipped = Arrays.copyOf(whole, sound + random.nextInt(whole.length - sound));
            byte[] flipped = whole.clone();
            flipped[sound + random.nextInt(whole.length - sound)] ^= (byte) (1 << random.nextInt(8));
            for (byte[] damaged : List.of(clipped, flipped)) {
                Found found = Found.in(ArchiveFormat.WARC, damaged);

                assertThat(found.urls()).as("seed %d", seed).startsWith(Warcs.url(0), Warcs.url(1));
                assertThat(urls(4)).as("seed %d", seed).containsAll(found.urls());
            }
        }
    }

    @Test
    void aDigestTellsWhereALyingLengthShouldHaveEnded() throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            var made = new Generator(seed, false);
            List<byte[]> records = new ArrayList<>(made.records(5));
            // The message has no length: only the digest of the block shows its end.
            String body = made.body().replace("Content-Length", "X-Length");
            String lying = made.record(1, "Transfer-Encoding: chunked\r\n", body, true);
            int excess = records.get(2).length + records.get(3).length;
            int length = made.lastLength;
            records.set(
                    1,
                    lying.replaceFirst(
                                    "Content-Length: " + length + "\r\n",
                                    "Content-Length: " + (length + excess) + "\r\n")
                            .getBytes(ISO_8859_1));

            Found found = Found.in(ArchiveFormat.WARC, Warcs.concat(records.toArray(byte[][]::new)));

            assertThat(found.urls())
                    .as("seed %d", seed)
                    .containsExactly(Warcs.url(0), Warcs.url(2), Warcs.url(3), Warcs.url(4));
            assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
        }
    }

    private static List<String> urls(int count) {
        return IntStream.range(0, count).mapToObj(Warcs::url).toList();
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new BZip2CompressorOutputStream(out)) {
            in.write(content);
        }
        return out.toByteArray();
    }

    /**
     * Creates files of pages, many of which contain records: responses and conversions, WARC and ARC, whole, truncated,
     * concatenated, compressed.
     */
    private static final class Generator {
        private final Random random;
        private final boolean arc;
        private boolean members = true;
        private int lastLength;

        Generator(int seed, boolean arc) {
            this.random = new Random(seed);
            this.arc = arc;
        }

        List<byte[]> records(int count) {
            var records = new ArrayList<byte[]>();
            for (int page = 0; page < count; page++) {
                String body = random.nextInt(4) == 0 ? "<p>halaman " + page + "</p>" : body();
                records.add((switch (random.nextInt(4)) {
                            case 0 -> record(page, "", body, random.nextBoolean());
                            case 1 ->
                                record(page, "Transfer-Encoding: chunked\r\n", chunked(body), random.nextBoolean());
                            default ->
                                record(page, "Content-Length: " + body.length() + "\r\n", body, random.nextBoolean());
                        })
                        .getBytes(ISO_8859_1));
            }
            return records;
        }

        private String record(int page, String header, String body, boolean digest) {
            String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n" + body;
            lastLength = http.length();
            if (arc) {
                return Warcs.url(page) + " 10.0.0.1 20251220030000 text/html " + http.length() + "\n" + http + "\n";
            }
            return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:" + page + ">\r\nWARC-Target-URI: "
                    + Warcs.url(page) + "\r\nWARC-Date: 2025-12-20T03:00:00Z\r\nContent-Type: application/http\r\n"
                    + (digest ? "WARC-Block-Digest: " + sha1(http) + "\r\n" : "")
                    + "Content-Length: " + http.length() + "\r\n\r\n" + http + "\r\n\r\n";
        }

        /** A page with some records at its start, in its middle or at its end. */
        String body() {
            var body = new StringBuilder(random.nextBoolean() ? "" : "<html><pre>\r\n");
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                String forged = new String(forged(), ISO_8859_1);
                body.append(random.nextInt(8) == 0 ? forged.substring(0, random.nextInt(forged.length())) : forged);
                body.append(random.nextInt(3) == 0 ? "</pre>\r\n\r\n" : "");
            }
            return body.append(random.nextBoolean() ? "" : "</html>\n").toString();
        }

        private byte[] forged() {
            String text = "<p>" + "palsu ".repeat(1 + random.nextInt(20)) + "</p>";
            String address = FORGED + random.nextInt(1_000);
            byte[] record = switch (random.nextInt(4)) {
                case 0 -> Warcs.record("conversion", address, "text/plain", text);
                case 1 -> (address + " 10.0.0.1 20251220030000 text/html 1" + "\nx\n").getBytes(ISO_8859_1);
                default -> Warcs.response(address, "200 OK", "text/html", text);
            };
            return members && random.nextInt(4) == 0
                    ? Warcs.stored(List.of(Storage.values()).get(random.nextInt(3)), record)
                    : record;
        }

        private static String chunked(String body) {
            return Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        }

        private static String sha1(String block) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-1").digest(block.getBytes(ISO_8859_1));
                return "sha1:" + new Base32().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }
    }
}
