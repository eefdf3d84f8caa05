-- Which columns are filled, in which language?
--
-- Gives: one row a language: of every hundred articles, how many have the column.
SELECT language, count(*) AS articles,
       round(100.0 * count(url) / count(*), 1) AS url,
       round(100.0 * count(title) / count(*), 1) AS title,
       round(100.0 * count(source) / count(*), 1) AS source,
       round(100.0 * count(author) / count(*), 1) AS author,
       round(100.0 * count(published_at) / count(*), 1) AS published_at,
       round(100.0 * count(dateline) / count(*), 1) AS dateline,
       round(100.0 * count(section) / count(*), 1) AS section,
       round(100.0 * count(captured_at) / count(*), 1) AS captured_at,
       round(100.0 * count(*) FILTER (WHERE len(countries) > 0) / count(*), 1) AS countries
FROM articles
GROUP BY language
ORDER BY language;
