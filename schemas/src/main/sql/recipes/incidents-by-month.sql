-- How many incidents were there, by month, place and topic?
--
-- Gives: incidents of which at least one article is a report, each counted once in whatever languages it was told; those known only from a
-- trial or a mention are left out. Without a day told in a text that of the first report counts. Incidents without a date come last.
-- Parameter topic: code of a topic; without one all topics
-- Parameter country: ISO 3166-1 alpha-2; without one all countries
-- Parameter confidence (0): least probability of a day that a text tells; the month of a less likely one is null
SELECT CASE WHEN coalesce(event_confidence, 1) >= coalesce(getvariable('confidence')::DOUBLE, 0) THEN date_trunc('month', event_date)::DATE END AS month,
       topic, country, place, count(*) AS incidents, sum(articles)::BIGINT AS articles,
       max(len(languages)) AS most_languages
FROM incidents
WHERE incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
  AND (getvariable('topic') IS NULL OR list_contains(topics, getvariable('topic')))
  AND (getvariable('country') IS NULL OR country = getvariable('country'))
GROUP BY ALL
ORDER BY month NULLS LAST, incidents DESC, topic, country, place;
