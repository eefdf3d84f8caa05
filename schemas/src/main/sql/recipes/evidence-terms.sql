-- Which words carry a topic?
--
-- Gives: one row a term and language: in how many articles it is evidence, and how many of them have the topic as main.
-- Parameter topic (online_scam): code of the topic
WITH hit AS (
    SELECT language, article_id, grade, unnest(evidence) AS e
    FROM article_topics
    WHERE topic = coalesce(getvariable('topic'), 'online_scam')
),
counted AS (
    SELECT language, lower(e.term) AS term, count(DISTINCT article_id) AS articles,
           count(DISTINCT article_id) FILTER (WHERE grade = 'main') AS main
    FROM hit
    WHERE e.kind = 'term'
    GROUP BY ALL
)
FROM counted
QUALIFY row_number() OVER (PARTITION BY language ORDER BY articles DESC, term) <= 15
ORDER BY language, articles DESC, term;
