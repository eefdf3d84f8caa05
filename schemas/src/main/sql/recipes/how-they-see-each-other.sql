-- How much does the press of a language write about the other countries of the region?
--
-- Gives: one row a language and country: articles that name it, in every hundred, and how many of them are about crime.
SELECT c.language, c.country, count(*) AS articles,
       round(100.0 * count(*) / any_value(n.articles), 1) AS percent,
       round(100.0 * count(*) FILTER (WHERE len(a.topics) > 0) / count(*), 1) AS percent_of_them_on_a_topic
FROM article_countries c
JOIN articles a USING (article_id)
JOIN (SELECT language, count(*) AS articles FROM articles GROUP BY language) n ON n.language = c.language
WHERE c.country IN ('BN', 'CN', 'ID', 'KH', 'LA', 'MM', 'MY', 'PH', 'SG', 'TH', 'TL', 'VN')
GROUP BY ALL
ORDER BY c.language, articles DESC, c.country;
