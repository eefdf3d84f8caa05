-- Where does a watched name appear, and with whom?
--
-- Gives: articles that name an entity, with the other entities that the article names, the latest first. That an article names two of them
-- says nothing of what they have to do with each other: police and suspects, rivals and lawyers stand in the same news.
-- Parameter entity (kk-park): id of the table that ships with Lintas or of the watch list
SELECT a.published_at::DATE AS published, a.language, n.written, n.times, o.others, a.topics, a.title, a.url
FROM (
    SELECT article_id, first(name ORDER BY in_title DESC, "start") AS written, count(*) AS times
    FROM article_entities
    WHERE entity_id = coalesce(getvariable('entity'), 'kk-park')
    GROUP BY article_id
) n
JOIN articles a USING (article_id)
LEFT JOIN (
    SELECT article_id, list_sort(list(DISTINCT normalised_name)) AS others
    FROM article_entities
    WHERE entity_id IS NOT NULL AND entity_id <> coalesce(getvariable('entity'), 'kk-park')
    GROUP BY article_id
) o USING (article_id)
ORDER BY a.published_at DESC NULLS LAST, article_id;
