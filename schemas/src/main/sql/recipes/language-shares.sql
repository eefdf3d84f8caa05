-- In which languages is the corpus written?
--
-- Gives: one row a language: articles, share, outlets, median length in characters, and the copies that were dropped.
SELECT a.language, count(*) AS articles, round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS percent,
       count(DISTINCT a.source) AS outlets, median(length(a.text))::INT AS median_length,
       coalesce(any_value(d.copies), 0) AS dropped_copies
FROM articles a LEFT JOIN (SELECT language, count(*) AS copies FROM duplicates GROUP BY language) d USING (language)
GROUP BY a.language
ORDER BY articles DESC, a.language;
