package org.lintas.archive.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.ArchiveReaders;
import org.lintas.archive.Bombs;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.input.FieldNames;
import org.lintas.schemas.RejectReason;

/** Decompression bombs of all compressions are read only up to the limit. */
class BudgetTest {

    private static final int FREE_RECORDS = (64 << 20) / 512;

    @ParameterizedTest
    @CsvSource({"gz, 150", "zst, 70", "bz2, 70", "xz, 120"})
    void aCompressedFileThatComesToTooMuchIsReadNoFurther(String by, int mebibytes) throws IOException {
        byte[] bomb = Bombs.spaces(by, "{\"id\": 1, \"text\": \"awal\"}\n", mebibytes);

        Found found = Found.in(ArchiveFormat.JSON_LINES, bomb, 10_000);

        assertThat(found.ids()).containsExactly("1");
        assertThat(found.reasons()).containsExactly(RejectReason.TRUNCATED);
        assertThat(found.rejects.get(0).getDetail()).startsWith("a bomb: " + bomb.length + " bytes come to more than");
    }

    @Test
    void whatShrinksAsTextDoesIsNone() throws IOException {
        // More than 64 MiB, a hundredth when compressed.
        byte[] file = Bombs.spaces("gz", "", 70);
        byte[] padded = Warcs.concat(file, Bombs.compressed("gz", random(200_000)));

        assertThat(Found.in(ArchiveFormat.JSON_LINES, padded).rejects)
                .noneMatch(reject -> reject.getDetail().contains("a bomb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "zst", "bz2", "xz"})
    void recordsOfNothingAreReadToTheLimit(String by) throws IOException {
        byte[] bomb = Bombs.compressed(by, Bombs.repeated("{}\n", 2 * FREE_RECORDS + (1 << 16)));

        Found found = Found.in(ArchiveFormat.JSON_LINES, bomb);

        int limit = FREE_RECORDS + bomb.length;
        assertThat(found.rejects).hasSizeBetween(FREE_RECORDS / 2, limit + (1 << 15));
        assertThat(found.rejects.get(found.rejects.size() - 1).getDetail()).startsWith("a bomb");
    }

    @Test
    void asManyRecordsInAPlainFileAreAllRead() throws IOException {
        Found found = Found.in(ArchiveFormat.JSON_LINES, Bombs.repeated("{}\n", 2 * FREE_RECORDS));

        assertThat(found.rejects).hasSize(2 * FREE_RECORDS);
        assertThat(found.reasons()).containsOnly(RejectReason.MISSING_TEXT);
    }

    @Test
    void everyFormatEndsAtTheLimit() throws IOException {
        int many = 4 * FREE_RECORDS;

        for (Found found : List.of(
                Found.in(ArchiveFormat.JSON, Bombs.compressed("zst", Bombs.emptyObjects(many))),
                Found.in(ArchiveFormat.CSV, Bombs.compressed("zst", Bombs.openQuote(many))),
                Found.in(ArchiveFormat.AVRO, Bombs.emptyAvro(many)),
                Found.in(ArchiveFormat.WARC, Bombs.compressed("gz", Bombs.emptyRecords(2 * FREE_RECORDS))),
                Found.in(ArchiveFormat.TAR, Bombs.compressed("gz", Bombs.tar(150, 1 << 20))),
                Found.in(ArchiveFormat.ZIP, Bombs.nested(4, 6, 1 << 20)))) {
            assertThat(found.rejects.size() + found.captures.size() + found.skipped.size())
                    .isLessThan(2 * FREE_RECORDS);
            assertThat(found.rejects)
                    .anySatisfy(reject -> assertThat(reject.getDetail()).contains("a bomb"));
        }
    }

    @Test
    void whatIsReadBeforeTheLimitDoesNotDependOnHowTheStorageHandsOutTheBytes() throws IOException {
        byte[] bomb = Bombs.compressed("gz", Bombs.repeated("{}\n", 2 * FREE_RECORDS));
        Set<Integer> counts = new HashSet<>();

        for (int seed = 0; seed < 3; seed++) {
            var random = new Random(seed);
            var found = new Found(bomb.length);
            new ArchiveReaders(1 << 20, FieldNames.DEFAULT)
                    .of(ArchiveFormat.JSON_LINES)
                    .read("file", from -> new Dripping(bomb, (int) from, random), found);
            counts.add(found.rejects.size());
        }

        assertThat(counts).hasSize(1);
    }

    @Test
    void blankLinesAreNoRecords() throws IOException {
        Found found = Found.in(ArchiveFormat.JSON_LINES, Bombs.repeated("\r\n \n", 1 << 20));

        assertThat(found.rejects).isEmpty();
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        new Random(7).nextBytes(random);
        for (int i = 0; i < bytes; i++) {
            // One long line that compresses badly.
            random[i] = random[i] == '\n' ? (byte) ' ' : random[i];
        }
        return new String(random, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A stream that returns chunks of random size. */
    private static final class Dripping extends InputStream {
        private final ByteArrayInputStream in;
        private final Random random;

        Dripping(byte[] bytes, int from, Random random) {
            this.in = new ByteArrayInputStream(bytes, from, bytes.length - from);
            this.random = random;
        }

        @Override
        public int read() {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return in.read(bytes, offset, Math.min(length, 1 + random.nextInt(200)));
        }
    }
}
