package org.lintas.archive.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.input.FieldNames;
import org.lintas.schemas.RejectReason;

class ParquetRecordReaderTest {

    private static final Schema STORY =
            SchemaBuilder.record("S").fields().requiredString("body").endRecord();

    private static final Schema ARTICLE = SchemaBuilder.record("A")
            .fields()
            .requiredString("id")
            .requiredInt("views")
            .optionalString("title")
            .optionalString("text")
            .name("published")
            .type(LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)))
            .noDefault()
            .name("author")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .name("story")
            .type(STORY)
            .noDefault()
            .endRecord();

    private static final byte[] SMALL =
            file(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true, articles(9), 3);

    static Stream<Arguments> layouts() {
        return Stream.of(
                        CompressionCodecName.UNCOMPRESSED,
                        CompressionCodecName.SNAPPY,
                        CompressionCodecName.GZIP,
                        CompressionCodecName.ZSTD,
                        CompressionCodecName.LZ4_RAW)
                .flatMap(codec -> Stream.of(WriterVersion.values())
                        .flatMap(version ->
                                Stream.of(true, false).map(dictionary -> Arguments.of(codec, version, dictionary))));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void readsRowsOfAnyLayout(CompressionCodecName codec, WriterVersion version, boolean dictionary)
            throws IOException {
        List<GenericRecord> rows = articles(2_000);
        Found found = Found.in(ArchiveFormat.PARQUET, file(codec, version, dictionary, rows, 700));

        assertThat(found.rejects).isEmpty();
        assertThat(found.ids())
                .isEqualTo(rows.stream().map(row -> row.get("id")).toList());
        assertThat(found.captures.get(1234).getFields())
                .containsEntry("title", "judul 1234")
                .containsEntry("text", "teks 1234")
                .containsEntry("published", "2025-10-16T03:00:00Z")
                .containsEntry("author", "Sari\nBudi 1234");
        assertThat(found.captures.get(3).getFields()).doesNotContainKey("title");
        assertThat(found.captures.get(700).getArchiveOffset())
                .isGreaterThan(found.captures.get(699).getArchiveOffset());
    }

    @Test
    void nestedColumnsAreFoundByPath() throws IOException {
        var found = new Found(1 << 20);
        new ParquetRecordReader(1_000, FieldNames.parse(List.of("text=story.body")))
                .read("f", Found.source(SMALL), found);

        assertThat(found.captures).hasSize(9);
        assertThat(found.captures.get(4).getFields()).containsEntry("text", "dalam 4");
    }

    @Test
    void aDamagedRowGroupIsOneRejectAndTheOthersAreRead() throws IOException {
        Found whole = Found.in(ArchiveFormat.PARQUET, SMALL);
        long second = whole.captures.get(3).getArchiveOffset();
        long third = whole.captures.get(6).getArchiveOffset();
        for (long at = second; at < third; at++) {
            byte[] damaged = SMALL.clone();
            damaged[(int) at] ^= 0x55;
            Found found = Found.in(ArchiveFormat.PARQUET, damaged);
            assertThat(found.ids()).as("damaged at %d", at).contains("0", "1", "2", "6", "7", "8");
            assertThat(found.rejects.size()).isLessThanOrEqualTo(1);
            if (!found.rejects.isEmpty()) {
                assertThat(found.rejects.get(0).getReason()).isEqualTo(RejectReason.DAMAGED_RECORD);
                assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(second);
            }
        }
    }

    @Test
    void largeRowsAreRejects() throws IOException {
        List<GenericRecord> rows = articles(3);
        rows.get(1).put("text", "x".repeat(50_000));
        rows.get(2)
                .put(
                        "author",
                        IntStream.range(0, 1_000).mapToObj(i -> "Sari " + i).toList());
        for (boolean dictionary : new boolean[] {true, false}) {
            byte[] file = file(CompressionCodecName.ZSTD, WriterVersion.PARQUET_2_0, dictionary, rows, 100);
            Found found = Found.in(ArchiveFormat.PARQUET, file, 5_000);

            assertThat(found.ids()).containsExactly("0");
            assertThat(found.reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE, RejectReason.RECORD_TOO_LARGE);
        }
    }

    @Test
    void aListWithoutEndIsABombAndOneReject() throws IOException {
        List<GenericRecord> rows = articles(1);
        rows.get(0).put("author", Collections.nCopies(1_000_000, "Sari"));

        Found found = Found.in(
                ArchiveFormat.PARQUET, file(CompressionCodecName.ZSTD, WriterVersion.PARQUET_1_0, true, rows, 100));

        assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
    }

    @Test
    void moreRowsThanTheFileCanHoldAreABombAndOneReject() throws IOException {
        List<GenericRecord> rows = Collections.nCopies(100_000, articles(1).get(0));

        Found found = Found.in(
                ArchiveFormat.PARQUET, file(CompressionCodecName.ZSTD, WriterVersion.PARQUET_2_0, true, rows, 200_000));

        assertThat(found.captures).isEmpty();
        assertThat(found.reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
    }

    @Test
    void aFileInGzipIsRead() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(gzip)) {
            out.write(SMALL);
        }

        assertThat(Found.in(ArchiveFormat.PARQUET, gzip.toByteArray()).captures).hasSize(9);
    }

    @Test
    void aClippedFileIsOneReject() throws IOException {
        for (int length = 1; length < SMALL.length; length++) {
            Found found = Found.in(ArchiveFormat.PARQUET, Arrays.copyOf(SMALL, length));
            assertThat(found.captures).isEmpty();
            assertThat(found.reasons()).as("clipped at %d", length).containsExactly(RejectReason.UNREADABLE_FILE);
        }
    }

    @Test
    void mutationsAreReadToTheEnd() {
        Damage.mutate(ArchiveFormat.PARQUET, SMALL, 2_500);
        for (boolean dictionary : new boolean[] {true, false}) {
            byte[] file =
                    file(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_2_0, dictionary, articles(6), 3);
            Damage.mutate(ArchiveFormat.PARQUET, file, 2_500);
        }
    }

    @Test
    void mutationsOfTheFooterAreReadToTheEnd() {
        int footer = ByteBuffer.wrap(SMALL).order(ByteOrder.LITTLE_ENDIAN).getInt(SMALL.length - 8);
        int start = SMALL.length - 8 - footer;
        var random = new Random(5);
        for (int i = 0; i < 2_500; i++) {
            byte[] damaged = SMALL.clone();
            for (int n = 1 + random.nextInt(3); n > 0; n--) {
                damaged[start + random.nextInt(footer)] = (byte) random.nextInt(256);
            }
            assertThat(catchThrowable(() -> Found.in(ArchiveFormat.PARQUET, damaged)))
                    .as("mutation %d", i)
                    .isNull();
        }
    }

    @Test
    void hostileFootersAllocateNothing() throws IOException {
        // A list of 2^31-1 schema elements; a name of 2^31-1 bytes; endlessly nested structures.
        byte[] list = {0x15, 2, 0x19, (byte) 0xFC, -1, -1, -1, -1, 7};
        byte[] name = {0x15, 2, 0x19, 0x1C, 0x48, -1, -1, -1, -1, 7};
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x1C);
        for (byte[] footer : List.of(list, name, deep)) {
            Found found = Found.in(ArchiveFormat.PARQUET, withFooter(footer, footer.length));
            assertThat(found.reasons()).containsExactly(RejectReason.UNREADABLE_FILE);
        }
        for (int length : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 24}) {
            Found found = Found.in(ArchiveFormat.PARQUET, withFooter(list, length));
            assertThat(found.reasons()).containsExactly(RejectReason.UNREADABLE_FILE);
        }
    }

    private static byte[] withFooter(byte[] footer, int length) {
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array();
        byte[] magic = {'P', 'A', 'R', '1'};
        return Warcs.concat(magic, footer, size, magic);
    }

    private static List<GenericRecord> articles(int count) {
        var rows = new ArrayList<GenericRecord>();
        for (int i = 0; i < count; i++) {
            rows.add(new GenericRecordBuilder(ARTICLE)
                    .set("id", "" + i)
                    .set("views", i)
                    .set("title", i % 10 == 3 ? null : "judul " + i)
                    .set("text", "teks " + i)
                    .set("published", 1_760_583_600_000L)
                    .set("author", List.of("Sari", "Budi " + i))
                    .set(
                            "story",
                            new GenericRecordBuilder(STORY)
                                    .set("body", "dalam " + i)
                                    .build())
                    .build());
        }
        return rows;
    }

    private static byte[] file(
            CompressionCodecName codec,
            WriterVersion version,
            boolean dictionary,
            List<GenericRecord> rows,
            int group) {
        var out = new Memory();
        try (ParquetWriter<GenericRecord> writer = AvroParquetWriter.<GenericRecord>builder(out)
                .withConf(new PlainParquetConfiguration())
                .withSchema(ARTICLE)
                .withCompressionCodec(codec)
                .withWriterVersion(version)
                .withDictionaryEncoding(dictionary)
                .withMinRowCountForPageSizeCheck(group)
                .withRowGroupSize(1L)
                .withPageRowCountLimit(100)
                .build()) {
            for (GenericRecord row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.bytes.toByteArray();
    }

    /** A file in memory. */
    private static final class Memory extends PositionOutputStream implements OutputFile {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return this;
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return this;
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public long getPos() {
            return bytes.size();
        }

        @Override
        public void write(int b) {
            bytes.write(b);
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes.write(b, offset, length);
        }
    }
}
