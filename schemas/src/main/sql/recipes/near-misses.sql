-- Which articles only just failed to have a topic as main?
--
-- Gives: the mentions of the highest score, with the words found.
-- Parameter topic: code of a topic; without one all
SELECT t.topic, round(t.score, 2) AS score, t.language, a.title, [e.term FOR e IN t.evidence IF e.kind = 'term'] AS evidence, a.url, a.article_id
FROM article_topics t JOIN articles a USING (article_id)
WHERE t.grade = 'mention' AND (getvariable('topic') IS NULL OR t.topic = getvariable('topic'))
ORDER BY t.score DESC, a.article_id, t.topic
LIMIT 200;
