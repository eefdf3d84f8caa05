-- Which articles tell of an incident, and why were they joined?
--
-- Gives: the articles of one incident in the order of their publication; without a parameter those of the one with the most articles. Those of
-- earlier corpora have neither title nor address here.
-- Parameter incident: incident_id
SELECT i.published_at, i.language, i.outlet, i.role, i.score, list_transform(i.keys, k -> k.kind || ' ' || k.value) AS shared, a.title, a.url
FROM incident_articles i LEFT JOIN articles a USING (article_id)
WHERE i.incident_id = coalesce(
    getvariable('incident'), (SELECT incident_id FROM incidents ORDER BY articles DESC, incident_id LIMIT 1))
ORDER BY i.published_at NULLS LAST, i.article_id;
