-- How much of what is told about crime crosses a border?
--
-- Gives: one row a language: articles, those with a main topic, those of them whose crime crosses a border, and those that name two
-- countries or a foreign one.
SELECT language, count(*) AS articles, count(*) FILTER (WHERE len(topics) > 0) AS on_a_topic,
       count(*) FILTER (WHERE is_cross_border) AS cross_border,
       round(100.0 * cross_border / nullif(on_a_topic, 0), 1) AS percent_of_them,
       count(*) FILTER (WHERE is_transnational) AS transnational
FROM articles
GROUP BY language
ORDER BY language;
