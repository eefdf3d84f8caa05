package org.lintas.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lintas.record.PartFile;
import org.lintas.record.Records;
import org.lintas.record.SizeArticles;
import org.lintas.schemas.Reject;
import org.lintas.schemas.RejectReason;

class WriteDatasetsTest {

    private static final int ROWS = 4_000;

    @TempDir
    Path corpus;

    @Test
    void theNumberOfFilesFollowsTheSizeOfTheData() throws SQLException {
        var rows = new ArrayList<Reject>();
        for (int i = 0; i < ROWS; i++) {
            Reject row = Reject.newBuilder()
                    .setArchiveFile("one-archive")
                    .setArchiveOffset(i)
                    .setStage("archive")
                    .setReason(RejectReason.INVALID_JSON)
                    .setDetail("detail")
                    .build();
            rows.add(row);
        }
        TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

        PCollection<SpecificRecord> records = pipeline.apply(Create.of(rows)).apply(AsRows.create());
        PCollectionView<Map<String, Long>> bytes =
                Records.<Records.Listed>of(records).apply("Sizes", SizeArticles.create());
        // A reject counts as 200 bytes.
        var written = records.apply(ToBlocks.of(bytes).withFileBytes(200L * ROWS / 5 + 1))
                .apply(WriteDatasets.of(new Layout(corpus.toString()), Map.of()));

        PAssert.that(written).satisfies(parts -> {
            assertThat(StreamSupport.stream(parts.spliterator(), false).mapToLong(PartFile::getRows))
                    .hasSize(5)
                    .allMatch(count -> count > ROWS / 5 * 0.8 && count < ROWS / 5 * 1.2);
            assertThat(parts).extracting(PartFile::getPath).contains("rejects/part-00004-of-00005.zstd.parquet");
            return null;
        });
        pipeline.run().waitUntilFinish();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("SELECT count(*), count(DISTINCT archive_offset) FROM '" + corpus
                                + "/rejects/*.parquet'")) {
            result.next();
            assertThat(result.getLong(1)).isEqualTo(ROWS);
            assertThat(result.getLong(2)).isEqualTo(ROWS);
        }
    }
}
