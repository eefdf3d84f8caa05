-- Which articles are about two topics at once?
--
-- Gives: one row an article, with the grades of both.
-- Parameter topic (online_scam): code of the one
-- Parameter other (human_trafficking): code of the other
SELECT a.published_at::DATE AS published, a.language, one.grade AS topic, two.grade AS other, a.countries, a.title, a.url
FROM article_topics one JOIN article_topics two USING (article_id) JOIN articles a USING (article_id)
WHERE one.topic = coalesce(getvariable('topic'), 'online_scam')
  AND two.topic = coalesce(getvariable('other'), 'human_trafficking')
ORDER BY one.score + two.score DESC, a.article_id;
