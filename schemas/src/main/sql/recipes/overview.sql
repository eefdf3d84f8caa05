-- What does this corpus hold?
--
-- Gives: one row a dataset, with its rows, languages and dates.
SELECT 'articles' AS dataset, count(*) AS "rows", count(DISTINCT language) AS languages,
       min(published_at)::DATE AS earliest, max(published_at)::DATE AS latest
FROM articles
UNION ALL
SELECT 'article_topics', count(*), count(DISTINCT language), min(published_at)::DATE, max(published_at)::DATE
FROM article_topics
UNION ALL
SELECT 'article_countries', count(*), count(DISTINCT language), NULL, NULL
FROM article_countries
UNION ALL
SELECT 'duplicates', count(*), count(DISTINCT language), min(published_at)::DATE, max(published_at)::DATE
FROM duplicates
UNION ALL
SELECT 'rejects', count(*), NULL, NULL, NULL
FROM rejects;
