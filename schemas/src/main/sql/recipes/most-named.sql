-- Which groups, firms, compounds and persons do articles on a topic name most?
--
-- Gives: names with the number of articles on the topic and of outlets. Persons found are officials more often than suspects; to be
-- named says nothing of guilt.
-- Parameter topic (online_scam): code of the topic
-- Parameter kind (group): person, organisation, group, company, vessel, compound or operation
SELECT e.normalised_name AS name, e.entity_id, min(e.origin::VARCHAR) AS origin, count(DISTINCT e.article_id) AS articles,
       count(DISTINCT a.source) AS outlets, string_agg(DISTINCT e.language, ' ' ORDER BY e.language) AS languages
FROM article_entities e JOIN articles a USING (article_id)
WHERE list_contains(a.topics, coalesce(getvariable('topic'), 'online_scam'))
  AND e.kind::VARCHAR = coalesce(getvariable('kind'), 'group')
GROUP BY ALL
ORDER BY articles DESC, name;
