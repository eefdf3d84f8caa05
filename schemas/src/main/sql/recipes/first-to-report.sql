-- Who reported a story first, and how long after did the others come?
--
-- Gives: one row a story that two or more outlets carried with a date; those that named a topic first.
-- Parameter topic: code of a topic; without one all stories
WITH dated AS (
    SELECT cluster_id, source, min(published_at) AS at
    FROM copies
    WHERE source IS NOT NULL AND published_at IS NOT NULL
    GROUP BY ALL
),
story AS (
    SELECT cluster_id, min_by(source, at) AS "first", min(at) AS at, count(*) - 1 AS followers,
           round(date_diff('minute', min(at), max(at)) / 60, 1) AS hours_to_the_last,
           list(source ORDER BY at, source)[2:] AS others
    FROM dated
    GROUP BY cluster_id
    HAVING count(*) > 1
)
SELECT s.at AS first_published, s."first", s.followers, s.hours_to_the_last, s.others, a.title, a.topics
FROM story s JOIN articles a ON a.article_id = s.cluster_id
WHERE getvariable('topic') IS NULL OR list_contains(a.topics, getvariable('topic'))
ORDER BY len(a.topics) > 0 DESC, s.followers DESC, s.at, a.article_id
LIMIT 100;
