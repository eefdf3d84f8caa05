package org.lintas.archive.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lintas.archive.ArchiveFormat;
import org.lintas.archive.Damage;
import org.lintas.archive.Found;
import org.lintas.archive.Warcs;
import org.lintas.archive.input.FieldNames;
import org.lintas.schemas.RejectReason;

class AvroRecordReaderTest {

    private static final Schema TIME =
            org.apache.avro.LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
    private static final Schema ARTICLE = SchemaBuilder.record("A")
            .fields()
            .requiredString("id")
            .requiredInt("views")
            .optionalString("title")
            .name("text")
            .type()
            .unionOf()
            .nullType()
            .and()
            .stringType()
            .endUnion()
            .nullDefault()
            .name("published")
            .type(TIME)
            .noDefault()
            .name("author")
            .type()
            .array()
            .items()
            .stringType()
            .noDefault()
            .name("scores")
            .type()
            .map()
            .values()
            .doubleType()
            .noDefault()
            .endRecord();

    private static final byte[] SMALL = file("null", 2, articles(7));

    @ParameterizedTest
    @ValueSource(strings = {"null", "deflate", "snappy", "bzip2", "zstandard"})
    void readsRecordsOfAnyCodec(String codec) throws IOException {
        Found found = Found.in(ArchiveFormat.AVRO, file(codec, 3, articles(10)));

        assertThat(found.ids()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(found.captures.get(3).getFields())
                .containsEntry("title", "judul 3")
                .containsEntry("text", "teks 3")
                .containsEntry("published", "2025-10-16T03:00:00Z")
                .containsEntry("author", "Sari\nBudi");
        assertThat(found.captures.get(2).getArchiveOffset())
                .isEqualTo(found.captures.get(0).getArchiveOffset())
                .isLessThan(found.captures.get(3).getArchiveOffset());
        assertThat(found.rejects).isEmpty();
    }

    @Test
    void nestedFieldsAreFoundByPath() throws IOException {
        Schema story = SchemaBuilder.record("S").fields().requiredString("body").endRecord();
        Schema schema = SchemaBuilder.record("W")
                .fields()
                .name("story")
                .type(story)
                .noDefault()
                .endRecord();
        GenericRecord row = new GenericRecordBuilder(schema)
                .set(
                        "story",
                        new GenericRecordBuilder(story).set("body", "dalam").build())
                .build();
        var found = new Found(1 << 20);
        byte[] bytes = file("null", 1, List.of(row));
        new AvroRecordReader(1_000, FieldNames.parse(List.of("text=story.body"))).read("f", Found.source(bytes), found);

        assertThat(found.captures)
                .singleElement()
                .satisfies(capture -> assertThat(capture.getFields()).containsEntry("text", "dalam"));
        assertThat(Found.in(ArchiveFormat.AVRO, bytes).reasons()).containsExactly(RejectReason.MISSING_TEXT);
    }

    @Test
    void aDamagedBlockIsOneRejectAndTheOthersAreRead() throws IOException {
        byte[] file = file("snappy", 2, articles(8));
        Found whole = Found.in(ArchiveFormat.AVRO, file);
        long second = whole.captures.get(2).getArchiveOffset();
        long third = whole.captures.get(4).getArchiveOffset();
        for (long at = second; at < third; at++) {
            byte[] damaged = file.clone();
            damaged[(int) at] ^= 0x55;
            Found found = Found.in(ArchiveFormat.AVRO, damaged);
            assertThat(found.ids()).as("damaged at %d", at).contains("0", "1", "6", "7");
            assertThat(found.rejects).as("damaged at %d", at).isNotEmpty();
            assertThat(found.rejects.get(0).getReason()).isEqualTo(RejectReason.DAMAGED_RECORD);
            assertThat(found.rejects.get(0).getArchiveOffset()).isEqualTo(second);
        }
    }

    @Test
    void aLargeRecordIsStreamedPast() throws IOException {
        List<GenericRecord> rows = articles(3);
        rows.get(1).put("text", "x".repeat(50_000));

        Found found = Found.in(ArchiveFormat.AVRO, file("deflate", 3, rows), 5_000);

        assertThat(found.ids()).containsExactly("0", "2");
        assertThat(found.reasons()).containsExactly(RejectReason.RECORD_TOO_LARGE);
    }

    @Test
    void clippedFilesGiveTheRecordsBeforeTheClip() throws IOException {
        Found whole = Found.in(ArchiveFormat.AVRO, SMALL);
        for (int length = 1; length < SMALL.length; length++) {
            Found found = Found.in(ArchiveFormat.AVRO, Arrays.copyOf(SMALL, length));
            int n = length;
            assertThat(found.ids())
                    .as("clipped at %d", length)
                    .isEqualTo(whole.ids().subList(0, found.captures.size()));
            assertThat(found.captures).hasSizeGreaterThanOrEqualTo((int) whole.captures.stream()
                    .filter(capture -> nextBlock(whole, capture.getArchiveOffset()) <= n)
                    .count());
            assertThat(found.rejects).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static long nextBlock(Found whole, long offset) {
        return whole.captures.stream()
                .mapToLong(capture -> capture.getArchiveOffset())
                .filter(other -> other > offset)
                .min()
                .orElse(SMALL.length);
    }

    @Test
    void mutationsAreReadToTheEnd() {
        Damage.mutate(ArchiveFormat.AVRO, SMALL, 4_000);
        Damage.mutate(ArchiveFormat.AVRO, file("deflate", 3, articles(5)), 1_000);
        Damage.mutate(ArchiveFormat.AVRO, file("snappy", 3, articles(5)), 1_000);
    }

    @Test
    void hostileSizesAllocateNothing() throws IOException {
        byte[] huge = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F};
        byte[] header = Warcs.concat(new byte[] {'O', 'b', 'j', 1}, huge, huge, huge);
        assertThat(Found.in(ArchiveFormat.AVRO, header).reasons()).containsExactly(RejectReason.UNREADABLE_FILE);

        int data = (int) Found.in(ArchiveFormat.AVRO, SMALL).captures.get(0).getArchiveOffset();
        byte[] start = Arrays.copyOf(SMALL, data);
        byte[] sync = Arrays.copyOfRange(SMALL, data - 16, data);
        byte[] manyRecords = Warcs.concat(start, huge, new byte[] {14}, huge, sync);
        byte[] largeBlock = Warcs.concat(start, new byte[] {2}, huge, new byte[100], sync);
        for (byte[] file : List.of(manyRecords, largeBlock)) {
            assertThat(Found.in(ArchiveFormat.AVRO, file).reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
        }
    }

    @Test
    void listsOfNothingEnd() throws IOException {
        Schema schema = SchemaBuilder.record("N")
                .fields()
                .name("text")
                .type()
                .array()
                .items()
                .nullType()
                .noDefault()
                .endRecord();
        byte[] file = file(
                "null",
                1,
                List.of(new GenericRecordBuilder(schema)
                        .set("text", Arrays.asList(null, null, null))
                        .build()));
        // The list declares three items without bytes.
        int count = file.length - 16 - 2;
        assertThat(file[count]).isEqualTo((byte) 6);
        byte[] many = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F, 0};
        byte[] sync = Arrays.copyOfRange(file, file.length - 16, file.length);
        byte[] bomb = Warcs.concat(Arrays.copyOf(file, count - 1), new byte[] {14}, many, sync);

        assertThat(Found.in(ArchiveFormat.AVRO, bomb).reasons()).containsExactly(RejectReason.DAMAGED_RECORD);
    }

    private static List<GenericRecord> articles(int count) {
        var rows = new java.util.ArrayList<GenericRecord>();
        for (int i = 0; i < count; i++) {
            rows.add(new GenericRecordBuilder(ARTICLE)
                    .set("id", "" + i)
                    .set("views", i)
                    .set("title", "judul " + i)
                    .set("text", "teks " + i)
                    .set("published", 1_760_583_600_000L)
                    .set("author", List.of("Sari", "Budi"))
                    .set("scores", java.util.Map.of("a", 0.5))
                    .build());
        }
        return rows;
    }

    /** A file with a number of records per block. */
    private static byte[] file(String codec, int blockRecords, List<? extends GenericRecord> rows) {
        var out = new ByteArrayOutputStream();
        Schema schema = rows.get(0).getSchema();
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema, GenericData.get()))) {
            writer.setCodec(CodecFactory.fromString(codec))
                    .create(schema, out, new byte[] {9, -8, 7, -6, 5, -4, 3, -2, 1, 10, -11, 12, -13, 14, -15, 16});
            for (int i = 0; i < rows.size(); i++) {
                writer.append(rows.get(i));
                if (i % blockRecords == blockRecords - 1) {
                    writer.sync();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
