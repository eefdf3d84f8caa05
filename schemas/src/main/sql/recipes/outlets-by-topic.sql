-- Who writes about a topic, and is it much of what they write?
--
-- Gives: one row an outlet: main articles, its articles in all, and the share.
-- Parameter topic (drug_trafficking): code of the topic
SELECT source, count(*) FILTER (WHERE list_contains(topics, coalesce(getvariable('topic'), 'drug_trafficking'))) AS main,
       count(*) AS articles, round(100.0 * main / count(*), 1) AS percent
FROM articles
WHERE source IS NOT NULL
GROUP BY source
HAVING main > 0
ORDER BY main DESC, percent DESC, source
LIMIT 50;
