-- Which groups, firms and compounds are named in the same articles?
--
-- Gives: pairs of entities and the number of articles and languages that name both. It counts articles, not ties between the two.
-- Parameter minimum (2): least number of articles
WITH named AS (
    SELECT DISTINCT article_id, language, entity_id, kind::VARCHAR AS kind, normalised_name
    FROM article_entities
    WHERE entity_id IS NOT NULL AND kind::VARCHAR <> 'organisation'
)
SELECT a.normalised_name AS one, b.normalised_name AS other, count(DISTINCT a.article_id) AS articles,
       string_agg(DISTINCT a.language, ' ' ORDER BY a.language) AS languages
FROM named a JOIN named b ON a.article_id = b.article_id AND a.entity_id < b.entity_id
GROUP BY ALL
HAVING articles >= coalesce(getvariable('minimum')::BIGINT, 2)
ORDER BY articles DESC, one, other;
