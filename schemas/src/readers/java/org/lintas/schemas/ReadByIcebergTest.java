package org.lintas.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.hadoop.HadoopTables;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.shaded.org.apache.parquet.ParquetReadOptions;
import org.apache.iceberg.shaded.org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.iceberg.shaded.org.apache.parquet.io.LocalInputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of a corpus, named by {@code -Dlintas.corpus=DIR}, are Iceberg tables by the ids of their columns, as they are. */
class ReadByIcebergTest {

    private static final String CORPUS = System.getProperty("lintas.corpus", "");
    private static final int FORMAT = 2;

    @TempDir
    private static Path warehouse;

    private static SparkSession spark;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(!CORPUS.isEmpty(), "skipped: no -Dlintas.corpus=DIR with a corpus");
        spark = LocalSpark.builder()
                .config("spark.sql.catalog.iceberg", "org.apache.iceberg.spark.SparkCatalog")
                .config("spark.sql.catalog.iceberg.type", "hadoop")
                .config("spark.sql.catalog.iceberg.warehouse", warehouse.toUri().toString())
                .getOrCreate();
        for (Dataset dataset : Dataset.values()) {
            register(dataset);
        }
    }

    @AfterAll
    static void stop() {
        if (spark != null) {
            spark.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyValueIsThatOfTheFiles(Dataset dataset) throws Exception {
        org.apache.spark.sql.Dataset<Row> read = spark.table(name(dataset));
        org.apache.spark.sql.Dataset<Row> expected = parquet(dataset);

        assertThat(read.columns()).containsExactly(expected.columns());
        assertThat(read.count()).isEqualTo(expected.count());
        assertThat(read.exceptAll(expected).takeAsList(1)).isEmpty();
    }

    /** Files and row groups are left out by their metrics and dictionaries. */
    @ParameterizedTest
    @EnumSource(names = {"ARTICLES", "ARTICLE_PLACES", "DUPLICATES"})
    void timesAreFound(Dataset dataset) throws Exception {
        org.apache.spark.sql.Dataset<Row> expected = parquet(dataset);
        String time = "published_at = timestamp '"
                + expected.selectExpr("CAST(max(published_at) AS STRING)")
                        .first()
                        .getString(0) + "'";

        assertThat(spark.table(name(dataset)).where(time).count())
                .isEqualTo(expected.where(time).count())
                .isPositive();
    }

    @Test
    void foldersArePartitions() {
        assertThat(spark.table(name(Dataset.ARTICLES) + ".partitions").count())
                .isEqualTo(spark.table(name(Dataset.ARTICLES))
                        .select("language")
                        .distinct()
                        .count());
    }

    private static String name(Dataset dataset) {
        return "iceberg.corpus." + dataset.folder();
    }

    private static org.apache.spark.sql.Dataset<Row> parquet(Dataset dataset) throws Exception {
        return spark.read().parquet(files(dataset).stream().map(Path::toString).toArray(String[]::new));
    }

    /** The columns are those of the files: a table that a catalog creates gets ids of its own. */
    private static void register(Dataset dataset) throws Exception {
        List<Path> files = files(dataset);
        Path folder = Files.createDirectories(warehouse.resolve("corpus").resolve(dataset.folder()));
        String location = folder.toUri().toString();
        Schema columns;
        try (ParquetFileReader first = ParquetFileReader.open(
                new LocalInputFile(files.get(0)), ParquetReadOptions.builder().build())) {
            columns = ParquetSchemaUtil.convert(
                    first.getFooter().getFileMetaData().getSchema());
        }
        PartitionSpec.Builder partitions = PartitionSpec.builderFor(columns);
        dataset.partition().ifPresent(partitions::identity);
        TableMetadata empty = TableMetadata.buildFromEmpty(FORMAT)
                .assignUUID()
                .setLocation(location)
                .setCurrentSchema(columns, columns.highestFieldId())
                .setDefaultPartitionSpec(partitions.build())
                .setDefaultSortOrder(SortOrder.unsorted())
                .build();
        Path metadata = Files.createDirectory(folder.resolve("metadata"));
        Files.writeString(metadata.resolve("v1.metadata.json"), TableMetadataParser.toJson(empty));
        Files.writeString(metadata.resolve("version-hint.text"), "1");

        Table table = new HadoopTables(new Configuration()).load(location);
        AppendFiles append = table.newAppend();
        for (Path path : files) {
            InputFile file = table.io().newInputFile(path.toUri().toString());
            DataFiles.Builder data = DataFiles.builder(table.spec())
                    .withInputFile(file)
                    .withFormat(FileFormat.PARQUET)
                    .withMetrics(ParquetUtil.fileMetrics(file, MetricsConfig.forTable(table)));
            if (dataset.partition().isPresent()) {
                data.withPartitionPath(path.getParent().getFileName().toString());
            }
            append.appendFile(data.build());
        }
        append.commit();
    }

    private static List<Path> files(Dataset dataset) throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(CORPUS, dataset.folder()))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
        }
    }
}
