-- How does each topic go from month to month?
--
-- Gives: one row a month and topic: main articles, and their share of all articles of that month.
WITH month AS (
    SELECT date_trunc('month', published_at)::DATE AS month, count(*) AS articles
    FROM articles WHERE published_at IS NOT NULL GROUP BY ALL
)
SELECT m.month, t.topic, count(*) AS main, round(100.0 * count(*) / any_value(m.articles), 2) AS percent_of_month
FROM article_topics t JOIN month m ON m.month = date_trunc('month', t.published_at)::DATE
WHERE t.grade = 'main'
GROUP BY ALL
ORDER BY m.month DESC, main DESC, t.topic;
