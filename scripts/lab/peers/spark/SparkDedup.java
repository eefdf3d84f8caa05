import static org.apache.spark.sql.functions.col;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.HashingTF;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.NGram;
import org.apache.spark.ml.feature.RegexTokenizer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Removes near duplicates with MLlib's MinHash and LSH at its defaults, over words in fives: SparkDedup INPUT_FOLDER OUTPUT_FOLDER */
public final class SparkDedup {

    private static final String FIELDS =
            "id STRING, url STRING, title STRING, published STRING, source STRING, lang STRING, text STRING";

    public static void main(String[] args) {
        SparkSession spark = SparkSession.builder()
                .master("local[*]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 4 * Runtime.getRuntime().availableProcessors())
                .getOrCreate();
        Dataset<Row> articles = spark.read().schema(FIELDS).json(args[0] + "/*.jsonl.gz");
        var pipeline = new Pipeline().setStages(new PipelineStage[] {
            new RegexTokenizer().setInputCol("text").setOutputCol("words").setGaps(false).setPattern("(?U)\\w+"),
            new NGram().setN(5).setInputCol("words").setOutputCol("shingles"),
            new HashingTF().setBinary(true).setInputCol("shingles").setOutputCol("features")
        });
        Dataset<Row> texts = articles.select("id", "text");
        Dataset<Row> hashed = pipeline.fit(texts)
                .transform(texts)
                .select("id", "features")
                .filter((Row row) -> row.<Vector>getAs("features").numNonzeros() > 0)
                .cache();
        var lsh = new MinHashLSH().setInputCol("features").setSeed(1).fit(hashed);
        Dataset<Row> copies = lsh.approxSimilarityJoin(hashed, hashed, 0.2)
                .select(col("datasetA.id").as("first"), col("datasetB.id").as("id"))
                .filter("first < id")
                .select("id")
                .distinct();
        articles.join(copies, "id", "left_anti").write().option("compression", "gzip").json(args[1]);
        spark.stop();
    }
}
