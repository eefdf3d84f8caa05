package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lintas.schemas.ArticlePlace;
import org.lintas.schemas.Dataset;

class RowReadSupportTest {

    private static final Instant PUBLISHED = Instant.parse("2025-10-16T02:30:00.125Z");

    @ParameterizedTest
    @CsvSource({"timestamp-micros, 'TIMESTAMP(MICROS,true)'", "timestamp-millis, 'TIMESTAMP(MILLIS,true)'"})
    void timesOfThisAndOfEarlierBuildsAreMoments(String type, String column, @TempDir Path temp) throws IOException {
        Path file = temp.resolve("part.parquet");
        Schema schema = new Schema.Parser()
                .parse(Dataset.ARTICLE_PLACES.schema().toString().replace("timestamp-micros", type));
        var threeLevelLists = new Configuration(false);
        threeLevelLists.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var writer = new RowWriter<GenericData.Record>(
                                new ChannelOutputFile(channel), schema, PartWriter.model())
                        .withConf(threeLevelLists)
                        .build()) {
            writer.write(new GenericRecordBuilder(schema)
                    .set("article_id", "0".repeat(32))
                    .set("record_id", "r")
                    .set("language", "id")
                    .set("place", "Batam")
                    .set("country", "ID")
                    .set(
                            "kind",
                            new GenericData.EnumSymbol(schema.getField("kind").schema(), "city"))
                    .set("mentions", 1)
                    .set("first_offset", 0)
                    .set("published_at", PUBLISHED)
                    .build());
        }

        try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getFileMetaData()
                            .getSchema()
                            .getType("published_at")
                            .getLogicalTypeAnnotation())
                    .hasToString(column);
        }
        var part = new StoredPart(file.toString(), 1, Files.size(file));
        try (PartRows<ArticlePlace> rows = PartReader.open(Dataset.ARTICLE_PLACES, part)) {
            assertThat(rows.next().getPublishedAt()).isEqualTo(PUBLISHED);
        }
    }
}
