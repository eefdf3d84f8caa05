-- Which countries are named together, and in which matter?
--
-- Gives: one row a pair: articles with any main topic, and the topic that is most often among them.
-- Parameter topic: code of a topic; without one all
WITH told AS (
    SELECT article_id, unnest(countries) AS country FROM articles WHERE len(topics) > 0
),
pair AS (
    SELECT x.country AS one, y.country AS other, x.article_id
    FROM told x JOIN told y USING (article_id)
    WHERE x.country < y.country
)
SELECT one, other, count(DISTINCT article_id) AS articles, mode(t.topic ORDER BY t.topic) AS mostly
FROM pair JOIN article_topics t USING (article_id)
WHERE t.grade = 'main' AND (getvariable('topic') IS NULL OR t.topic = getvariable('topic'))
GROUP BY ALL
ORDER BY articles DESC, one, other;
