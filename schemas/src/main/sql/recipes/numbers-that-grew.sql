-- How did a number grow from report to report?
--
-- Gives: figures of incidents that were told larger at the end than at first, those that changed most often first: a row each time that the value
-- changed, with the article that told it, and one for the last. For goods and money a change is more than a tenth. Of several values that an article tells, the one closest to
-- `best` counts, and of articles of one moment, such as a day whose hour is not known, the largest one. Totals of more than one incident are left out, and
-- so are figures that only headlines tell, and articles without a day or of earlier corpora. A number may also grow because a part was told first.
-- Parameter subject: goods or part of people, such as killed or methamphetamine, or money; without one all
-- Parameter confidence (0): least probability that `best` counts all that happened
WITH told AS (
    SELECT f.incident_id, f.subject, f.unit, f.best, f.confidence, i.published_at, i.article_id, i.outlet, i.language, t.value, t.text AS written,
           a.url
    FROM incident_figures f
    JOIN incident_articles i ON i.incident_id = f.incident_id AND list_contains(f.article_ids, i.article_id)
    JOIN articles a ON a.article_id = i.article_id AND a.published_precision NOT IN ('month', 'year')
    JOIN article_figures t ON t.article_id = i.article_id AND coalesce(t.subject, 'money') = f.subject AND coalesce(t.unit, '') = f.unit
    WHERE NOT f.is_aggregate AND i.published_at IS NOT NULL AND t.value BETWEEN f.low AND f.high
      AND (getvariable('subject') IS NULL OR f.subject = getvariable('subject'))
      AND coalesce(f.confidence, 1) >= coalesce(getvariable('confidence')::DOUBLE, 0)
    QUALIFY row_number() OVER (PARTITION BY f.incident_id, f.subject, f.unit, i.article_id ORDER BY abs(t.value - f.best), t.value DESC, t.start) = 1
),
moment AS (
    FROM told QUALIFY row_number() OVER (PARTITION BY incident_id, subject, unit, published_at ORDER BY value DESC, article_id) = 1
),
step AS (
    SELECT *, lag(value) OVER figure AS before, CASE unit WHEN 'person' THEN 0 ELSE 0.1 END AS little,
           first(value) OVER (figure ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS first_value,
           last(value) OVER (figure ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_value,
           lead(value) OVER figure IS NULL AS is_last
    FROM moment
    WINDOW figure AS (PARTITION BY incident_id, subject, unit ORDER BY published_at)
)
SELECT i.event_date, i.topic, i.country, i.place, subject, unit, s.published_at::DATE AS published, s.outlet, s.language, value, written, best,
       s.confidence, url, i.title, incident_id
FROM step s JOIN incidents i USING (incident_id)
WHERE last_value - first_value > little * last_value
  AND (before IS NULL OR abs(value - before) > little * greatest(value, before) OR is_last)
ORDER BY count(*) OVER (PARTITION BY incident_id, subject, unit) DESC, incident_id, subject, unit, s.published_at;
