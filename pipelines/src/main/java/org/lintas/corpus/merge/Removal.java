package org.lintas.corpus.merge;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.lintas.dataset.CorpusFiles;
import org.lintas.dataset.PartReader;
import org.lintas.dataset.PartRows;
import org.lintas.dataset.StoredPart;
import org.lintas.record.PartFile;
import org.lintas.schemas.Dataset;

/**
 * Selects the rows to remove: those of the selected articles in every dataset, those of their copies, and those of copies that are selected
 * themselves. An incident is removed with all its rows if one of its articles is: what it says may come from that one. Rejects contain no text and
 * are kept.
 */
public final class Removal {

    private static final List<String> COLUMNS = List.of("article_id", "url", "source");
    private static final List<String> INCIDENT_COLUMNS = List.of("incident_id", "article_id");

    private final Set<String> ids;
    private final Set<String> found;
    private final Set<String> incidents;
    private final BiPredicate<String, String> isExcluded;

    private Removal(Set<String> ids, Set<String> found, Set<String> incidents, BiPredicate<String, String> isExcluded) {
        this.ids = ids;
        this.found = found;
        this.incidents = incidents;
        this.isExcluded = isExcluded;
    }

    /** Removes nothing. */
    public static Removal none() {
        return new Removal(Set.of(), Set.of(), Set.of(), (url, source) -> false);
    }

    /**
     * Finds what to remove.
     *
     * @param corpora the corpora to search
     * @param ids of articles and copies
     * @param isExcluded accepts the address and the outlet, each null if unknown, of articles and copies to remove
     */
    public static Removal find(List<CorpusFiles> corpora, Set<String> ids, BiPredicate<String, String> isExcluded)
            throws IOException {
        var all = new HashSet<>(ids);
        var found = new HashSet<String>();
        for (CorpusFiles corpus : corpora) {
            for (Dataset dataset : List.of(Dataset.ARTICLES, Dataset.DUPLICATES)) {
                for (PartFile file : corpus.of(dataset)) {
                    try (PartRows<GenericRecord> rows = PartReader.project(dataset, StoredPart.of(file), COLUMNS)) {
                        for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                            String id = row.get("article_id").toString();
                            boolean excluded = isExcluded.test(text(row.get("url")), text(row.get("source")));
                            if (excluded || ids.contains(id)) {
                                found.add(id);
                            }
                            // A copy is not added here: an article with the same text and address may be from another
                            // outlet.
                            if (excluded && dataset == Dataset.ARTICLES) {
                                all.add(id);
                            }
                        }
                    }
                }
            }
        }
        return new Removal(Set.copyOf(all), Set.copyOf(found), incidents(corpora, all), isExcluded);
    }

    /** The incidents that the articles tell of. */
    private static Set<String> incidents(List<CorpusFiles> corpora, Set<String> articles) throws IOException {
        var incidents = new HashSet<String>();
        for (CorpusFiles corpus : corpora) {
            for (PartFile file : corpus.of(Dataset.INCIDENT_ARTICLES)) {
                try (PartRows<GenericRecord> rows =
                        PartReader.project(Dataset.INCIDENT_ARTICLES, StoredPart.of(file), INCIDENT_COLUMNS)) {
                    for (GenericRecord row = rows.next(); row != null; row = rows.next()) {
                        if (articles.contains(row.get("article_id").toString())) {
                            incidents.add(row.get("incident_id").toString());
                        }
                    }
                }
            }
        }
        return Set.copyOf(incidents);
    }

    /** Ids of the articles and copies that were found. */
    public Set<String> found() {
        return found;
    }

    /** Whether a row is kept. */
    public boolean keeps(Dataset dataset, SpecificRecord row) {
        return switch (dataset) {
            case REJECTS -> true;
            case DUPLICATES ->
                !isOf("article_id", row)
                        && !isOf("representative_id", row)
                        && !isExcluded.test(value("url", row), value("source", row));
            case INCIDENTS, INCIDENT_ARTICLES, INCIDENT_FIGURES -> !incidents.contains(value("incident_id", row));
            case OUTLET_LINES -> !isExcluded.test(null, value("outlet", row));
            case FINGERPRINTS -> !isOf("representative_id", row);
            default -> row.getSchema().getField("article_id") == null || !isOf("article_id", row);
        };
    }

    private boolean isOf(String column, SpecificRecord row) {
        return ids.contains(value(column, row));
    }

    private static String value(String column, SpecificRecord row) {
        return text(row.get(row.getSchema().getField(column).pos()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
