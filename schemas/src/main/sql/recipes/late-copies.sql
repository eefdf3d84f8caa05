-- Which old stories came round again?
--
-- Gives: one row a copy that was published long after the first report.
-- Parameter days (30): least number of days between the two
SELECT date_diff('day', a.first_published_at, d.published_at) AS days_later, a.first_published_at::DATE AS "first",
       d.published_at::DATE AS again, d.relation, a.source AS origin, d.source AS carrier, a.title, d.url
FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
WHERE date_diff('day', a.first_published_at, d.published_at) >= coalesce(getvariable('days')::INT, 30)
ORDER BY days_later DESC, d.article_id;
