-- Which articles should a person read to judge the labels of a topic?
--
-- Gives: up to ten articles a language, always the same ones, in no telling order.
-- Parameter topic (online_scam): code of the topic
-- Parameter per_language (10): articles a language
WITH chosen AS (
    SELECT article_id, grade, score
    FROM article_topics
    WHERE topic = coalesce(getvariable('topic'), 'online_scam')
    QUALIFY row_number() OVER (PARTITION BY language ORDER BY md5(article_id || topic))
            <= coalesce(getvariable('per_language')::INT, 10)
)
SELECT a.language, c.grade, round(c.score, 2) AS score, a.title, left(a.text, 300) AS opening, a.url, a.article_id
FROM chosen c JOIN articles a USING (article_id)
ORDER BY a.language, md5(a.article_id);
