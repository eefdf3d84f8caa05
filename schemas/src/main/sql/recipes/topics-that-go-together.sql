-- Which topics are told together?
--
-- Gives: one row a pair: articles with both, and how many times more often that is than chance would have it (lift).
WITH topic AS (
    SELECT topic, count(*) AS n FROM article_topics GROUP BY topic
),
pair AS (
    SELECT x.topic AS one, y.topic AS other, count(*) AS n
    FROM article_topics x JOIN article_topics y USING (article_id)
    WHERE x.topic < y.topic
    GROUP BY ALL
)
SELECT one, other, pair.n AS articles,
       round(pair.n * (SELECT count(*) FROM articles) / (x.n * y.n)::DOUBLE, 1) AS lift
FROM pair JOIN topic x ON x.topic = one JOIN topic y ON y.topic = other
ORDER BY articles DESC, one, other;
