package org.lintas.dataset;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.element.PartFile;
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

    /** Removes what has one of these ids, of an article or a copy. */
    public static Removal of(Set<String> ids) {
        return new Removal(Set.copyOf(ids), url -> false);
    }

    /**
     * Removes also what is at some addresses.
     *
     * @param corpora where it may be
     * @param excluded accepts addresses whose articles and copies are removed
     */
    public Removal and(List<CorpusFiles> corpora, Predicate<String> excluded) throws IOException {
        var all = new HashSet<>(ids);
        for (CorpusFiles corpus : corpora) {
            for (PartFile file : corpus.of(Dataset.ARTICLES)) {
                try (PartRows<GenericRecord> rows =
                        PartReader.project(Dataset.ARTICLES, StoredPart.of(file), List.of("article_id", "url"))) {
                    for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                        if (row.get("url") != null
                                && excluded.test(row.get("url").toString())) {
                            all.add(row.get("article_id").toString());
                        }
                    }
                }
            }
        }
        return new Removal(Set.copyOf(all), excluded);
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
