package org.lintas.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A corpus, named by {@code -Dlintas.corpus=DIR}, is read by Spark as it is meant. */
class ReadBySparkTest {

    private static final String CORPUS = System.getProperty("lintas.corpus", "");

    private static SparkSession spark;

    @BeforeAll
    static void start() {
        assumeTrue(!CORPUS.isEmpty(), "skipped: no -Dlintas.corpus=DIR with a corpus");
        spark = LocalSpark.builder().getOrCreate();
        for (Dataset dataset : Dataset.values()) {
            spark.read().parquet(CORPUS + "/" + dataset.folder()).createOrReplaceTempView(dataset.folder());
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
    void columnsHaveTheirTypes(Dataset dataset) {
        StructType read = spark.table(dataset.folder()).schema();

        assertThat(read.fieldNames())
                .containsExactlyInAnyOrderElementsOf(dataset.schema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
        for (Schema.Field column : dataset.schema().getFields()) {
            assertThat(read.apply(column.name()).dataType()).as(column.name()).isEqualTo(type(column.schema()));
        }
    }

    @Test
    void foldersArePartitions() {
        String plan = spark.sql("SELECT count(*) FROM articles WHERE language = 'th'")
                .queryExecution()
                .executedPlan()
                .toString();

        assertThat(plan).contains("PartitionFilters: [isnotnull(language").contains("= th)");
        assertThat(count("SELECT count(DISTINCT language) FROM articles")).isGreaterThan(1);
    }

    @Test
    void idsJoinTheDatasets() {
        assertThat(count("SELECT count(*) FROM article_topics LEFT ANTI JOIN articles USING (article_id)"))
                .isZero();
        assertThat(count("SELECT count(*) FROM article_countries JOIN articles USING (article_id)"))
                .isEqualTo(count("SELECT count(*) FROM article_countries"));
    }

    @Test
    void listsOfRecordsAreRead() {
        List<Row> wrong = spark.sql("""
                        SELECT hit.term FROM (SELECT article_id, explode(evidence) AS hit FROM article_topics)
                        JOIN articles USING (article_id)
                        WHERE substring(if(hit.field = 'title', title, text), hit.start + 1, hit.end - hit.start) <> hit.term
                        """).collectAsList();

        assertThat(wrong).isEmpty();
        assertThat(count("SELECT sum(size(evidence)) FROM article_topics")).isPositive();
        assertThat(count("SELECT count(*) FROM articles WHERE array_contains(topics, 'online_scam')"))
                .isEqualTo(count("SELECT count(*) FROM article_topics WHERE topic = 'online_scam' AND grade = 'main'"));
    }

    @Test
    void timesAreMoments() {
        assertThat(
                        count(
                                "SELECT count(*) FROM articles WHERE published_at < timestamp '1990-01-01' OR published_at > now()"))
                .isZero();
    }

    private static long count(String sql) {
        return spark.sql(sql).first().getLong(0);
    }

    private static DataType type(Schema schema) {
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().equals(LogicalTypes.date()) ? DataTypes.DateType : DataTypes.TimestampType;
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case BOOLEAN -> DataTypes.BooleanType;
            case BYTES -> DataTypes.BinaryType;
            case UNION ->
                type(schema.getTypes().stream()
                        .filter(member -> member.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow());
            case ARRAY -> list(schema);
            case RECORD ->
                new StructType(schema.getFields().stream()
                        .map(field -> DataTypes.createStructField(field.name(), type(field.schema()), true))
                        .toArray(StructField[]::new));
            default -> throw new IllegalArgumentException(schema.getType() + ": in no dataset");
        };
    }

    private static DataType list(Schema schema) {
        return new ArrayType(type(schema.getElementType()), true);
    }
}
