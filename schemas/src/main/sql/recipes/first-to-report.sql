-- Who reported a story first, and how long after did the others come?
--
-- Gives: one row a story that two or more outlets carried with a date, unless the first two have the same time; stories with
-- a topic come first.
-- Parameter topic: code of a topic; without one all stories
WITH dated AS (
    SELECT cluster_id, source, min(published_at) AS told_at
    FROM copies
    WHERE source IS NOT NULL AND published_at IS NOT NULL
    GROUP BY ALL
),
story AS (
    SELECT cluster_id, list(source ORDER BY told_at, source) AS sources, list(told_at ORDER BY told_at) AS times
    FROM dated
    GROUP BY cluster_id
    HAVING count(*) > 1
)
SELECT s.times[1] AS first_published, s.sources[1] AS "first", s.sources[2:] AS then_by,
       round(date_diff('minute', s.times[1], s.times[2]) / 60, 1) AS hours_to_the_second, a.title, a.topics
FROM story s JOIN articles a ON a.article_id = s.cluster_id
WHERE s.times[2] > s.times[1]
  AND (getvariable('topic') IS NULL OR list_contains(a.topics, getvariable('topic')))
ORDER BY len(a.topics) > 0 DESC, len(s.sources) DESC, s.times[1], a.article_id
LIMIT 100;
