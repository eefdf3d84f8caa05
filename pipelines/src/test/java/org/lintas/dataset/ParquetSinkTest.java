package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.schemas.Dataset;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

class ParquetSinkTest {

    @TempDir
    static Path temp;

    private static Path file;

    @BeforeAll
    static void write() throws IOException {
        file = temp.resolve("rejects.parquet");
        write(ParquetSink.of(Dataset.REJECTS, Map.of("lintas.schema", "test")), file);
    }

    private static void write(ParquetSink<Reject> sink, Path target) throws IOException {
        try (var channel = Files.newByteChannel(
                target, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            sink.open(channel);
            for (String name : List.of("b", "a", "c")) {
                for (long offset : new long[] {10, 9, 100}) {
                    sink.write(Reject.newBuilder()
                            .setArchiveFile(name)
                            .setArchiveOffset(offset)
                            .setRecordId(offset == 9 ? null : "r" + offset)
                            .setStage("archive")
                            .setReason(RejectReason.INVALID_JSON)
                            .setDetail("détail " + offset)
                            .build());
                }
            }
            sink.flush();
        }
    }

    @Test
    void rowsThatDoNotFitInMemoryAreSorted(@TempDir Path other) throws SQLException, IOException {
        Path inParts = other.resolve("parts.parquet");
        // A row takes some sixty bytes: two are held at a time.
        write(
                ParquetSink.<Reject>of(Dataset.REJECTS, Map.of("lintas.schema", "test"))
                        .withBufferBytes(150),
                inParts);

        assertThat(rows(inParts)).hasSize(9).isEqualTo(rows(file));
        try (var one = ParquetFileReader.open(new LocalInputFile(inParts));
                var another = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(one.getFileMetaData().getKeyValueMetaData())
                    .isEqualTo(another.getFileMetaData().getKeyValueMetaData());
        }
    }

    @Test
    void columnsHaveTheIdsOfTheSchema() throws IOException {
        try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
            var columns = reader.getFileMetaData().getSchema();
            for (var field : Dataset.REJECTS.schema().getFields()) {
                assertThat(columns.getType(field.name()).getId().intValue()).isEqualTo(field.getObjectProp("field-id"));
            }
        }
    }

    private static List<String> rows(Path parquet) throws SQLException {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var result = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT archive_file, archive_offset, record_id, detail FROM '" + parquet + "'")) {
            while (result.next()) {
                rows.add(result.getString(1) + result.getLong(2) + result.getString(3) + result.getString(4));
            }
        }
        return rows;
    }

    @Test
    void rowsAreInTheOrderOfTheDataset() throws SQLException {
        assertThat(rows(file))
                .hasSize(9)
                .startsWith("a9nulldétail 9", "a10r10détail 10", "a100r100détail 100", "b9nulldétail 9");
    }

    @Test
    void theFooterContainsVersionsAndOrder() throws IOException {
        try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getFileMetaData().getKeyValueMetaData())
                    .containsEntry("lintas.schema", "test")
                    .containsEntry("lintas.dataset", "rejects")
                    .containsEntry("lintas.sort", "archive_file,archive_offset,record_id,reason");
        }
    }

    /** Arrow, and with it pandas, gives bytes for ENUM. */
    @Test
    void enumsAreWrittenAsStrings() throws IOException {
        try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
            assertThat(reader.getFileMetaData().getSchema().getType("reason").getLogicalTypeAnnotation())
                    .isEqualTo(LogicalTypeAnnotation.stringType());
        }
    }

    @Test
    void idsHaveBloomFiltersAndAllColumnsAPageIndex() throws IOException {
        try (var reader = ParquetFileReader.open(new LocalInputFile(file))) {
            for (ColumnChunkMetaData column : reader.getRowGroups().get(0).getColumns()) {
                String name = column.getPath().toDotString();
                assertThat(reader.readColumnIndex(column)).as(name).isNotNull();
                assertThat(reader.readOffsetIndex(column)).as(name).isNotNull();
                assertThat(column.getBloomFilterOffset() > 0)
                        .as(name)
                        .isEqualTo(Dataset.REJECTS.bloom().contains(name));
            }
        }
    }

    @Test
    void aFinishedFileIsDescribed() throws IOException {
        var described = PartFiles.describe("rejects/x.parquet", file.toString());

        assertThat(described.getRows()).isEqualTo(9);
        assertThat(described.getBytes()).isEqualTo(Files.size(file));
        assertThat(described.getSha256()).hasSize(64);
    }
}
