package org.lintas.dataset;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.parquet.hadoop.ParquetReader;
import org.lintas.schemas.Article;
import org.lintas.schemas.Dataset;

/**
 * Which rows are removed with articles: those of the articles in every dataset, those of their copies, and those of copies that are asked for
 * themselves. Rejects hold no text and stay.
 */
public final class Removal {

    private final Set<String> ids;
    private final Predicate<String> isExcluded;

    private Removal(Set<String> ids, Predicate<String> isExcluded) {
        this.ids = ids;
        this.isExcluded = isExcluded;
    }

    /**
     * Finds the articles to remove.
     *
     * @param corpora where they may be
     * @param ids of articles or copies
     * @param isExcluded accepts addresses whose articles and copies are removed; null never comes
     */
    public static Removal of(List<Layout> corpora, Set<String> ids, Predicate<String> isExcluded) throws IOException {
        var all = new HashSet<>(ids);
        for (Layout corpus : corpora) {
            for (MatchResult.Metadata file : FileSystems.match(
                            corpus.folder(Dataset.ARTICLES) + "/**.parquet", EmptyMatchTreatment.ALLOW)
                    .metadata()) {
                try (ParquetReader<Article> reader =
                        PartReader.open(Dataset.ARTICLES, file.resourceId().toString())) {
                    for (Article article = reader.read(); article != null; article = reader.read()) {
                        if (article.getUrl() != null && isExcluded.test(article.getUrl())) {
                            all.add(article.getArticleId());
                        }
                    }
                }
            }
        }
        return new Removal(all, isExcluded);
    }

    /** Whether a row stays. */
    public boolean keeps(Dataset dataset, SpecificRecord row) {
        return switch (dataset) {
            case REJECTS -> true;
            case DUPLICATES ->
                !isOf("article_id", row) && !isOf("representative_id", row) && !isExcluded(value("url", row));
            case FINGERPRINTS -> !isOf("representative_id", row);
            default -> row.getSchema().getField("article_id") == null || !isOf("article_id", row);
        };
    }

    private boolean isOf(String column, SpecificRecord row) {
        return ids.contains(value(column, row));
    }

    private boolean isExcluded(String url) {
        return url != null && isExcluded.test(url);
    }

    private static String value(String column, SpecificRecord row) {
        Object value = row.get(row.getSchema().getField(column).pos());
        return value == null ? null : value.toString();
    }
}
