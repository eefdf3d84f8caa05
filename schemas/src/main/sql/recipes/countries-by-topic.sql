-- Which countries are named in articles on a topic?
--
-- Gives: one row a country: main articles, mentions of its name in them, and in which languages.
-- Parameter topic (drug_trafficking): code of the topic
SELECT c.country, count(*) AS articles, sum(c.mentions) AS times_named, list(DISTINCT c.language ORDER BY c.language) AS languages
FROM article_countries c JOIN article_topics t USING (article_id)
WHERE t.grade = 'main' AND t.topic = coalesce(getvariable('topic'), 'drug_trafficking')
GROUP BY c.country
ORDER BY articles DESC, c.country;
