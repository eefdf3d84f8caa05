-- Where and when are scam centres in the news?
--
-- Gives: one row a week and country: articles with online scams as a main topic, and those that name forced labour or
-- trafficking of people as well, which is what tells a compound from a caller.
-- Parameter topic (online_scam): code of the topic
WITH told AS (
    SELECT article_id, date_trunc('week', published_at)::DATE AS week,
           article_id IN (SELECT article_id FROM article_topics WHERE topic IN ('human_trafficking', 'forced_labour'))
               AS with_captives
    FROM article_topics
    WHERE topic = coalesce(getvariable('topic'), 'online_scam') AND grade = 'main' AND published_at IS NOT NULL
)
SELECT week, country, count(*) AS articles, count(*) FILTER (WHERE with_captives) AS with_captives
FROM told JOIN article_countries USING (article_id)
GROUP BY ALL
ORDER BY week DESC, articles DESC, country;
