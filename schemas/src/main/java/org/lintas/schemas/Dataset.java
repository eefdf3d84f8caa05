package org.lintas.schemas;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** The tables of a corpus: what each holds, how it is partitioned, in which order its rows lie, and what can be looked up fast. */
public enum Dataset {
    ARTICLES("articles", Article.getClassSchema(), "language", List.of("article_id"), List.of("article_id", "url")),
    ARTICLE_TOPICS(
            "article_topics",
            ArticleTopic.getClassSchema(),
            "language",
            List.of("article_id", "topic"),
            List.of("article_id")),
    ARTICLE_COUNTRIES(
            "article_countries",
            ArticleCountry.getClassSchema(),
            "language",
            List.of("article_id", "country"),
            List.of("article_id")),
    ARTICLE_PLACES(
            "article_places",
            ArticlePlace.getClassSchema(),
            "language",
            List.of("article_id", "place"),
            List.of("article_id")),
    ARTICLE_FIGURES(
            "article_figures",
            ArticleFigure.getClassSchema(),
            "language",
            List.of("article_id", "start"),
            List.of("article_id")),
    ARTICLE_ENTITIES(
            "article_entities",
            ArticleEntity.getClassSchema(),
            "language",
            List.of("article_id", "in_title", "start", "origin"),
            List.of("article_id", "entity_id")),
    INCIDENTS("incidents", Incident.getClassSchema(), null, List.of("incident_id"), List.of("incident_id")),
    INCIDENT_ARTICLES(
            "incident_articles",
            IncidentArticle.getClassSchema(),
            null,
            List.of("incident_id", "article_id"),
            List.of("incident_id", "article_id")),
    INCIDENT_FIGURES(
            "incident_figures",
            IncidentFigure.getClassSchema(),
            null,
            List.of("incident_id", "subject", "unit", "is_aggregate"),
            List.of("incident_id")),
    DUPLICATES(
            "duplicates",
            Duplicate.getClassSchema(),
            null,
            List.of("representative_id", "article_id", "archive_file", "archive_offset"),
            List.of("article_id", "representative_id", "url")),
    FINGERPRINTS(
            "fingerprints", Fingerprint.getClassSchema(), null, List.of("content_digest"), List.of("content_digest")),
    REJECTS(
            "rejects",
            Reject.getClassSchema(),
            null,
            List.of("archive_file", "archive_offset", "record_id", "reason"),
            List.of("record_id", "url")),
    OUTLET_LINES("outlet_lines", OutletLine.getClassSchema(), null, List.of("outlet", "line"), List.of("outlet")),
    CORRECTIONS(
            "corrections",
            Correction.getClassSchema(),
            null,
            List.of("article_id", "field", "value"),
            List.of("article_id")),
    TAXONOMY("taxonomy", TaxonomyTopic.getClassSchema(), null, List.of("topic"), List.of("topic")),
    TAXONOMY_TERMS(
            "taxonomy_terms",
            TaxonomyTerm.getClassSchema(),
            null,
            List.of("topic", "language", "term"),
            List.of("topic"));

    private final String folder;
    private final Schema schema;
    private final String partition;
    private final List<String> sort;
    private final List<String> bloom;

    Dataset(String folder, Schema schema, String partition, List<String> sort, List<String> bloom) {
        this.folder = folder;
        this.schema = schema;
        this.partition = partition;
        this.sort = sort;
        this.bloom = bloom;
    }

    /** The dataset whose rows are of a schema. */
    public static Dataset of(Schema rows) {
        for (Dataset dataset : values()) {
            if (dataset.schema.equals(rows)) {
                return dataset;
            }
        }
        throw new IllegalArgumentException(rows.getFullName() + " is no row of a dataset");
    }

    /** Folder of the dataset below the corpus. */
    public String folder() {
        return folder;
    }

    public Schema schema() {
        return schema;
    }

    /** Column whose values name the Hive-style partitions ({@code language=th/}). */
    public Optional<String> partition() {
        return Optional.ofNullable(partition);
    }

    /** Columns by which the rows of each part file are sorted, ascending, nulls first. */
    public List<String> sort() {
        return sort;
    }

    /** Columns with a Bloom filter in each row group. */
    public List<String> bloom() {
        return bloom;
    }
}
