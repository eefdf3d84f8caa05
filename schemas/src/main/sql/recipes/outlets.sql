-- Which outlets are in the corpus, and from when to when?
--
-- Gives: one row an outlet: articles, languages, first and last date, and how many articles have a date.
SELECT source, count(*) AS articles, list(DISTINCT language ORDER BY language) AS languages,
       min(published_at)::DATE AS earliest, max(published_at)::DATE AS latest,
       round(100.0 * count(published_at) / count(*), 1) AS percent_dated
FROM articles
GROUP BY source
ORDER BY articles DESC, source;
