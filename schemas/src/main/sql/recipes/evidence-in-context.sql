-- What do the words that carry a topic stand in?
--
-- Gives: one row a term found in a text, with forty characters on both sides; two hundred of them, always the same.
-- Parameter topic (online_scam): code of the topic
-- Parameter language: language of the articles; without one all
WITH hit AS (
    SELECT article_id, grade, unnest(evidence) AS e
    FROM article_topics
    WHERE topic = coalesce(getvariable('topic'), 'online_scam')
      AND (getvariable('language') IS NULL OR language = getvariable('language'))
),
chosen AS (
    FROM hit WHERE e.field = 'text' AND e.kind = 'term' ORDER BY md5(article_id), e."start" LIMIT 200
)
SELECT a.language, c.grade, substr(a.text, greatest(e."start" - 39, 1), least(e."start", 40)) AS before, e.term,
       substr(a.text, e."end" + 1, 40) AS after, a.article_id
FROM chosen c JOIN articles a USING (article_id)
ORDER BY md5(a.article_id), e."start";
