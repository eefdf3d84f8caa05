package org.lintas.dataset;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.record.Draft;
import org.lintas.record.SizeArticles;
import org.lintas.schemas.Dataset;

/**
 * Chooses the part file of a row. The number of files is known before there is any row: it follows from the articles before deduplication, as the
 * rows of other datasets take a nearly constant share of the bytes of articles. So rows need not wait until all of them have been counted, and the
 * same input always makes the same files.
 */
final class Shards implements Serializable {

    /** Row bytes before compression per file; compressed about 128 MB. */
    static final long FILE_BYTES = 384L << 20;

    private static final long serialVersionUID = 1;

    /** Bytes of rows for each byte of articles, measured on 45,011 real articles; duplicates as if one article in three were one. */
    private static final Map<Dataset, Double> SHARES = new EnumMap<>(Map.ofEntries(
            Map.entry(Dataset.ARTICLES, 1.0),
            Map.entry(Dataset.ARTICLE_TOPICS, 0.04),
            Map.entry(Dataset.ARTICLE_COUNTRIES, 0.055),
            Map.entry(Dataset.ARTICLE_PLACES, 0.043),
            Map.entry(Dataset.ARTICLE_FIGURES, 0.021),
            Map.entry(Dataset.ARTICLE_ENTITIES, 0.03),
            Map.entry(Dataset.INCIDENTS, 0.015),
            Map.entry(Dataset.INCIDENT_ARTICLES, 0.015),
            Map.entry(Dataset.INCIDENT_FIGURES, 0.01),
            Map.entry(Dataset.DUPLICATES, 0.04),
            Map.entry(Dataset.FINGERPRINTS, 0.086),
            Map.entry(Dataset.REJECTS, 1.0)));

    /** The taxonomy does not grow with the articles. */
    private static final double NO_SHARE = 0;

    private final long fileBytes;

    /** @param fileBytes row bytes before compression per file */
    Shards(long fileBytes) {
        this.fileBytes = fileBytes;
    }

    /** The file of a row that belongs to an article, below the root. */
    String file(SpecificRecord row, Draft draft) {
        Dataset dataset = Dataset.of(row.getSchema());
        return file(row, dataset, dataset.partition().isPresent() ? draft.getLanguageBytes() : draft.getCorpusBytes());
    }

    /**
     * The file of any other row, below the root.
     *
     * @param bytes of all articles and of rejects, by {@link SizeArticles}
     */
    String file(SpecificRecord row, Map<String, Long> bytes) {
        Dataset dataset = Dataset.of(row.getSchema());
        String key = dataset == Dataset.REJECTS ? SizeArticles.REJECTS : SizeArticles.ALL;
        return file(row, dataset, bytes.getOrDefault(key, 0L));
    }

    private String file(SpecificRecord row, Dataset dataset, long bytes) {
        double expected = bytes * SHARES.getOrDefault(dataset, NO_SHARE);
        int shards = (int) Math.max(1, Math.ceil(expected / fileBytes));
        int shard = shards == 1 ? 0 : Math.floorMod(Rows.shardHash(row), shards);
        return Layout.part(Rows.partition(row), shard, shards);
    }
}
