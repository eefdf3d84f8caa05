-- How much was seized, each seizure counted once?
--
-- Gives: kilograms, litres, cubic metres, pieces and packs of goods by country and month of the incident, and how many incidents they are of. A seizure that several
-- outlets tell of counts once, with the value that most likely counts all of it; totals of a year or a campaign are left out, and so are figures that
-- likely count one lot of several. Incidents whose first article is no
-- report by its genre, such as a speech or a statistic, are left out, too. Where an incident has figures of several units, such as kilograms and tablets, each is a row.
-- Parameter subject: goods, such as methamphetamine; without one all goods
-- Parameter confidence (0.5): least probability that a figure counts all that was seized; 0 for every figure
SELECT date_trunc('month', event_date)::DATE AS month, country, subject, unit, round(sum(best), 3) AS amount, count(*) AS incidents,
       count(*) FILTER (WHERE is_conflict) AS in_conflict
FROM incident_figures f JOIN incidents USING (incident_id)
WHERE NOT is_aggregate AND coalesce(f.confidence, 1) >= coalesce(getvariable('confidence')::DOUBLE, 0.5) AND unit IN ('kg', 'piece', 'l', 'm3', 'pack', 'carton')
  AND incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
  AND incident_id NOT IN (SELECT article_id FROM articles WHERE genre <> 'report')
  AND (getvariable('subject') IS NULL OR subject = getvariable('subject'))
GROUP BY ALL
ORDER BY month NULLS LAST, country, subject, unit;
