-- In which towns, districts, ports and border gates did incidents happen?
--
-- Gives: towns by the number of incidents of which at least one article is a report, with their topics and the first and the last day; incidents of
-- which no town is known are counted in a row of their place without one.
-- Parameter topic: code of a topic; without one all topics
-- Parameter country: ISO 3166-1 alpha-2; without one all countries
SELECT country, place, town, count(*) AS incidents, list(DISTINCT topic ORDER BY topic) AS topics, min(event_date) AS first, max(event_date) AS last
FROM incidents
WHERE place IS NOT NULL AND incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
  AND (getvariable('topic') IS NULL OR list_contains(topics, getvariable('topic')))
  AND (getvariable('country') IS NULL OR country = getvariable('country'))
GROUP BY country, place, town
ORDER BY incidents DESC, country, place, town NULLS LAST;
