-- How many people were rescued, arrested or deported, each incident counted once?
--
-- Gives: people by their part, topic, country and year of the incident. An incident that several outlets tell of counts once; totals of a
-- year or a campaign are left out, and so are figures that likely count only a part of the people, such as two of five suspects.
-- Incidents whose first article is no report by its genre, such as a speech or a statistic, are left out, too. Never add up parts: those arrested are often
-- told as suspects as well, and those rescued as victims.
-- Parameter part: arrested, suspect, rescued, victim, killed, injured, missing or deported; without one all parts
-- Parameter confidence (0.5): least probability that a figure counts all of them; 0 for every figure
SELECT year(event_date) AS "year", topic, country, subject AS part, sum(best)::BIGINT AS people, count(*) AS incidents,
       max(best)::BIGINT AS largest
FROM incident_figures f JOIN incidents USING (incident_id)
WHERE NOT is_aggregate AND unit = 'person' AND coalesce(f.confidence, 1) >= coalesce(getvariable('confidence')::DOUBLE, 0.5)
  AND incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
  AND incident_id NOT IN (SELECT article_id FROM articles WHERE genre <> 'report')
  AND (getvariable('part') IS NULL OR subject = getvariable('part'))
GROUP BY ALL
ORDER BY "year" NULLS LAST, people DESC, topic, country, part;
