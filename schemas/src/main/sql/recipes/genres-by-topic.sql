-- What kinds of text is each topic told in?
--
-- Gives: one row a topic: its main articles, and how many of them are of each genre. Much opinion or agency's news and few reports: the topic is talked
-- about more than it happens. Those in fiction, sport and history are few, and most of them wrong.
SELECT topic, count(*) AS articles,
       count(*) FILTER (WHERE genre = 'report') AS report, count(*) FILTER (WHERE genre = 'trial') AS trial,
       count(*) FILTER (WHERE genre = 'opinion') AS opinion, count(*) FILTER (WHERE genre = 'agency') AS agency,
       count(*) FILTER (WHERE genre = 'law') AS law, count(*) FILTER (WHERE genre = 'campaign') AS campaign,
       count(*) FILTER (WHERE genre IN ('fiction', 'sport', 'history')) AS fiction_sport_history,
       count(*) FILTER (WHERE genre IS NULL) AS unsure
FROM article_topics JOIN articles USING (article_id)
WHERE grade = 'main'
GROUP BY topic
ORDER BY articles DESC, topic;
