-- Which articles tell of a topic without any of its terms?
--
-- Gives: one row an article and topic, the surest first, with the sentences that tell of it; two hundred of them.
-- Parameter topic: code of the topic; without one all
SELECT t.topic, t.grade, round(t.score, 2) AS score, t.language, a.title,
       [e.term FOR e IN t.evidence] AS sentences, a.url, a.article_id
FROM article_topics t JOIN articles a USING (article_id)
WHERE (getvariable('topic') IS NULL OR t.topic = getvariable('topic'))
  AND len(list_filter(t.evidence, e -> e.kind = 'term')) = 0
ORDER BY t.score DESC, a.article_id, t.topic
LIMIT 200;
