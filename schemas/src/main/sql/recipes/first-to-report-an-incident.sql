-- Who reported an incident first, and how long did the other languages take?
--
-- Gives: a row an incident and language after the first, with its first article in that language and the hours after the first of all. Only
-- articles whose publication is known to the minute tell hours that mean something; others count from midnight, UTC.
WITH told AS (
    SELECT incident_id, language, min(published_at) AS told_at, first(outlet ORDER BY published_at, article_id) AS outlet
    FROM incident_articles
    WHERE role IN ('report', 'update') AND published_at IS NOT NULL
    GROUP BY ALL
)
SELECT i.first_reported_at, i.first_language, i.first_outlet, t.language AS then_language, t.outlet AS then_outlet,
       round(date_diff('minute', i.first_reported_at, t.told_at) / 60, 1) AS hours_later, i.title, i.incident_id
FROM incidents i JOIN told t USING (incident_id)
WHERE t.language <> i.first_language AND t.told_at >= i.first_reported_at
ORDER BY i.first_reported_at DESC, i.incident_id, hours_later, then_language;
