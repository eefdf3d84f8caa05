-- Which labels are most likely wrong?
--
-- Gives: the main labels of the least score, with the words that led to them: what to read first in a review.
-- Parameter topic: code of a topic; without one all
-- Parameter below (0.6): least score that is trusted
SELECT t.topic, round(t.score, 2) AS score, t.language, a.title, [e.term FOR e IN t.evidence IF e.kind = 'term'] AS evidence, a.url, a.article_id
FROM article_topics t JOIN articles a USING (article_id)
WHERE t.grade = 'main'
  AND t.score < coalesce(getvariable('below')::DOUBLE, 0.6)
  AND (getvariable('topic') IS NULL OR t.topic = getvariable('topic'))
ORDER BY t.score, a.article_id, t.topic
LIMIT 200;
