-- Where do articles on one incident contradict each other?
--
-- Gives: figures of an incident whose values differ by more than a tenth, the widest first: a number that grew, a part of the whole, or a mistake.
SELECT event_date, topic, country, place, subject, unit, low, high, best, f.confidence, latest, f.articles AS articles_with_best,
       len(article_ids) AS articles_with_any, title, incident_id
FROM incident_figures f JOIN incidents i USING (incident_id)
WHERE is_conflict AND NOT is_aggregate AND len(article_ids) > 1
ORDER BY high / greatest(low, 1) DESC, incident_id, subject, unit;
