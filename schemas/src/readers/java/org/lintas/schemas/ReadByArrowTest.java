package org.lintas.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.arrow.dataset.file.FileFormat;
import org.apache.arrow.dataset.file.FileSystemDatasetFactory;
import org.apache.arrow.dataset.jni.NativeMemoryPool;
import org.apache.arrow.dataset.scanner.ScanOptions;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A corpus, named by {@code -Dlintas.corpus=DIR}, is read by Arrow's C++ reader, the one of pandas and pyarrow, as it is meant. */
class ReadByArrowTest {

    private static final String CORPUS = System.getProperty("lintas.corpus", "");
    private static final int BATCH = 10_000;

    @BeforeEach
    void thereIsACorpus() {
        assumeTrue(!CORPUS.isEmpty(), "skipped: no -Dlintas.corpus=DIR with a corpus");
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsReadWithItsTypes(Dataset dataset) throws Exception {
        for (Path file : files(dataset)) {
            long rows = 0;
            try (BufferAllocator memory = new RootAllocator();
                    var factory = new FileSystemDatasetFactory(
                            memory,
                            NativeMemoryPool.getDefault(),
                            FileFormat.PARQUET,
                            file.toUri().toString());
                    var read = factory.finish();
                    var scanner = read.newScan(new ScanOptions(BATCH));
                    ArrowReader batches = scanner.scanBatches()) {
                for (Schema.Field column : dataset.schema().getFields()) {
                    assertThat(type(scanner.schema().findField(column.name())))
                            .as(column.name())
                            .isEqualTo(expected(column.schema()));
                }
                while (batches.loadNextBatch()) {
                    rows += batches.getVectorSchemaRoot().getRowCount();
                }
            }
            assertThat(rows).as(file.toString()).isEqualTo(rowsOf(file));
        }
    }

    private static List<Path> files(Dataset dataset) throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(CORPUS, dataset.folder()))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        }
    }

    private static long rowsOf(Path file) throws Exception {
        var input = HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), new org.apache.hadoop.conf.Configuration());
        try (ParquetFileReader reader = ParquetFileReader.open(input)) {
            return reader.getRecordCount();
        }
    }

    private static String type(Field field) {
        String name = field.getType().toString();
        return field.getChildren().isEmpty()
                ? name
                : name + field.getChildren().stream().map(ReadByArrowTest::type).toList();
    }

    private static String expected(Schema schema) {
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().equals(LogicalTypes.date()) ? "Date(DAY)" : "Timestamp(MICROSECOND, UTC)";
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> "Utf8";
            case INT -> "Int(32, true)";
            case LONG -> "Int(64, true)";
            case DOUBLE -> "FloatingPoint(DOUBLE)";
            case BOOLEAN -> "Bool";
            case BYTES -> "Binary";
            case UNION ->
                expected(schema.getTypes().stream()
                        .filter(member -> member.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            case ARRAY -> "List[" + expected(schema.getElementType()) + "]";
            case RECORD ->
                "Struct"
                        + schema.getFields().stream()
                                .map(field -> expected(field.schema()))
                                .toList();
            default -> throw new IllegalArgumentException(schema.getType() + ": in no dataset");
        };
    }
}
