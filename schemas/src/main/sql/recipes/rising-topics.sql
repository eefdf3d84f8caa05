-- Which topics rose in a month, measured by the three months before?
--
-- Gives: one row a topic: share of the month's articles, mean share before, and what came to be of it.
-- Parameter month: first day of the month (2025-11-01); without one the last month with articles
WITH shown AS (
    SELECT coalesce(getvariable('month')::DATE, (SELECT date_trunc('month', max(published_at))::DATE FROM articles)) AS month
),
month AS (
    SELECT date_trunc('month', published_at)::DATE AS month, count(*) AS articles
    FROM articles WHERE published_at IS NOT NULL GROUP BY ALL
),
told AS (
    SELECT t.topic, m.month, count(*) AS main, 100.0 * count(*) / any_value(m.articles) AS percent
    FROM article_topics t JOIN month m ON m.month = date_trunc('month', t.published_at)::DATE
    WHERE t.grade = 'main'
    GROUP BY ALL
)
SELECT topic,
       coalesce(sum(main) FILTER (WHERE told.month = shown.month), 0) AS articles,
       round(coalesce(sum(percent) FILTER (WHERE told.month = shown.month), 0), 2) AS percent_now,
       round(coalesce(sum(percent) FILTER (WHERE told.month < shown.month), 0) / 3, 2) AS percent_before,
       round(percent_now - percent_before, 2) AS rise
FROM told, shown
WHERE told.month BETWEEN shown.month - INTERVAL 3 MONTH AND shown.month
GROUP BY topic
ORDER BY rise DESC, topic;
