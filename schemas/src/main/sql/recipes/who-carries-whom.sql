-- Whose stories does an outlet carry, and how fast?
--
-- Gives: one row a pair of outlets, with the number of stories and the median delay of those that are dated. Of articles of the same time, as
-- of outlets that give the day alone, nobody knows which was first.
-- Parameter minimum (1): least number of stories
SELECT a.source AS origin, d.source AS carrier, count(*) AS stories,
       round(median(date_diff('minute', a.published_at, d.published_at)) / 60, 1) AS median_hours_later,
       count(*) FILTER (WHERE a.published_at = d.published_at) AS same_time,
       count(*) FILTER (WHERE d.relation = 'identical') AS word_for_word
FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
WHERE a.source <> d.source
GROUP BY ALL
HAVING count(*) >= coalesce(getvariable('minimum')::INT, 1)
ORDER BY stories DESC, origin, carrier;
