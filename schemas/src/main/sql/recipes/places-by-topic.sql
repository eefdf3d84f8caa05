-- Which towns and provinces does a topic happen in?
--
-- Gives: places by the number of articles with the topic as a main one that name them, with the country each lies in.
-- Parameter topic (online_scam): code of the topic
SELECT place, p.country, count(DISTINCT article_id) AS articles, sum(p.mentions) AS mentions
FROM article_places p JOIN article_topics t USING (article_id)
WHERE t.topic = coalesce(getvariable('topic'), 'online_scam') AND t.grade = 'main'
GROUP BY ALL
ORDER BY articles DESC, mentions DESC, place;
