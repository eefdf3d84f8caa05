-- How were publication dates found, and how exact are they?
--
-- Gives: one row an origin and precision; the row without either counts the articles that have no date;
-- unsure are dates whose day and month may be swapped.
SELECT published_origin AS origin, published_precision AS "precision", count(*) AS articles,
       round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS percent, count(*) FILTER (WHERE is_day_month_unsure) AS unsure
FROM articles
GROUP BY ALL
ORDER BY articles DESC, origin, "precision";
