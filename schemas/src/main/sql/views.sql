-- The datasets of a corpus as views; `copies` puts each article together with its duplicates.
-- By hand, in DuckDB: SET VARIABLE corpus = '/data/corpus'; then this file, then any of the recipes.

-- The path of the corpus is no part of its rows: DuckDB would make columns of folders above it such as year=2025.
SET TimeZone = 'UTC';

CREATE OR REPLACE VIEW articles AS
FROM read_parquet(getvariable('corpus') || '/articles/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW article_topics AS
FROM read_parquet(getvariable('corpus') || '/article_topics/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW article_countries AS
FROM read_parquet(getvariable('corpus') || '/article_countries/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW article_places AS
FROM read_parquet(getvariable('corpus') || '/article_places/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW article_figures AS
FROM read_parquet(getvariable('corpus') || '/article_figures/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW article_entities AS
FROM read_parquet(getvariable('corpus') || '/article_entities/**/*.parquet', hive_partitioning = false);

-- Corpora of version 0.1 have no town and no confidence of day and place: these are null there.
CREATE OR REPLACE VIEW incidents AS
FROM read_parquet(getvariable('corpus') || '/incidents/**/*.parquet', hive_partitioning = false)
UNION ALL BY NAME SELECT NULL::VARCHAR AS town, NULL::DOUBLE AS event_confidence, NULL::DOUBLE AS place_confidence WHERE false;

CREATE OR REPLACE VIEW incident_articles AS
FROM read_parquet(getvariable('corpus') || '/incident_articles/**/*.parquet', hive_partitioning = false);

-- Corpora of version 0.1 have no confidence: it is null there.
CREATE OR REPLACE VIEW incident_figures AS
FROM read_parquet(getvariable('corpus') || '/incident_figures/**/*.parquet', hive_partitioning = false)
UNION ALL BY NAME SELECT NULL::DOUBLE AS confidence WHERE false;

CREATE OR REPLACE VIEW duplicates AS
FROM read_parquet(getvariable('corpus') || '/duplicates/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW fingerprints AS
FROM read_parquet(getvariable('corpus') || '/fingerprints/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW rejects AS
FROM read_parquet(getvariable('corpus') || '/rejects/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW outlet_lines AS
FROM read_parquet(getvariable('corpus') || '/outlet_lines/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW corrections AS
FROM read_parquet(getvariable('corpus') || '/corrections/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW taxonomy AS
FROM read_parquet(getvariable('corpus') || '/taxonomy/**/*.parquet', hive_partitioning = false);

CREATE OR REPLACE VIEW taxonomy_terms AS
FROM read_parquet(getvariable('corpus') || '/taxonomy_terms/**/*.parquet', hive_partitioning = false);

-- One row per record of a cluster: the article itself (relation 'article') and every dropped copy of it.
CREATE OR REPLACE VIEW copies AS
SELECT cluster_id, article_id, record_id, url, source, language, published_at, 'article' AS relation, 1.0 AS similarity,
       archive_file, archive_offset
FROM articles
UNION ALL BY NAME
SELECT cluster_id, article_id, record_id, url, source, language, published_at, relation::VARCHAR AS relation, similarity,
       archive_file, archive_offset
FROM duplicates;
