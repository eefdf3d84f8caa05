-- Which pairs of countries are new for a topic?
--
-- Gives: one row a topic and pair of countries whose first common article is late in the corpus, with that article.
-- Parameter since: first day that counts as new; without one the last sixty days with articles
WITH told AS (
    SELECT t.topic, t.published_at, t.article_id, unnest(a.countries) AS country
    FROM article_topics t JOIN articles a USING (article_id)
    WHERE t.grade = 'main' AND t.published_at IS NOT NULL AND len(a.countries) BETWEEN 2 AND 8
),
pair AS (
    SELECT x.topic, x.country AS one, y.country AS other, x.published_at, x.article_id
    FROM told x JOIN told y ON x.article_id = y.article_id AND x.topic = y.topic AND x.country < y.country
)
SELECT topic, one, other, min(published_at)::DATE AS "first", count(*) AS articles,
       (SELECT title FROM articles WHERE article_id = arg_min(pair.article_id, pair.published_at)) AS first_title
FROM pair
GROUP BY topic, one, other
HAVING min(published_at) >= coalesce(getvariable('since')::TIMESTAMPTZ,
                                     (SELECT max(published_at) - INTERVAL 60 DAY FROM article_topics))
ORDER BY "first" DESC, topic, one, other;
