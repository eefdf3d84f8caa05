-- Which articles should a person read to judge the labels of a topic?
--
-- Gives: up to ten articles a language, always the same ones, in no telling order.
-- Parameter topic (online_scam): code of the topic
-- Parameter per_language (10): articles a language
SELECT a.language, t.grade, round(t.score, 2) AS score, a.title, left(a.text, 300) AS opening, a.url, a.article_id
FROM article_topics t JOIN articles a USING (article_id)
WHERE t.topic = coalesce(getvariable('topic'), 'online_scam')
QUALIFY row_number() OVER (PARTITION BY a.language ORDER BY md5(a.article_id || t.topic))
        <= coalesce(getvariable('per_language')::INT, 10)
ORDER BY a.language, md5(a.article_id || t.topic);
