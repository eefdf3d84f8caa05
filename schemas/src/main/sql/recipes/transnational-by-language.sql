-- How much of what is told about crime crosses a border?
--
-- Gives: one row a language: articles, those with a main topic, those of them that are transnational.
SELECT language, count(*) AS articles, count(*) FILTER (WHERE len(topics) > 0) AS on_a_topic,
       count(*) FILTER (WHERE is_transnational) AS transnational,
       round(100.0 * transnational / nullif(on_a_topic, 0), 1) AS percent_of_them
FROM articles
GROUP BY language
ORDER BY language;
