package org.lintas.schemas;

import org.apache.spark.sql.SparkSession;

/** Spark in this process. */
final class LocalSpark {

    private LocalSpark() {}

    static SparkSession.Builder builder() {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1");
    }
}
