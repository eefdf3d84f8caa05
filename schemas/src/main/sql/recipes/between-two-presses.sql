-- What moved between the Thai and the Khmer press?
--
-- Gives: one row a topic and month in which both wrote of it and of each other's country: how many articles on each side, who
-- was first, and the first headline of each. Articles without a date have rows of their own.
-- Parameter one (th): language of the one press
-- Parameter one_country (TH): its country
-- Parameter other (km): language of the other press
-- Parameter other_country (KH): its country
WITH told AS (
    SELECT t.topic, date_trunc('month', a.published_at)::DATE AS month, a.language, a.published_at, a.title,
           a.language = coalesce(getvariable('one'), 'th') AS is_one
    FROM article_topics t JOIN articles a USING (article_id)
    WHERE (a.language = coalesce(getvariable('one'), 'th')
               AND list_contains(a.countries, coalesce(getvariable('other_country'), 'KH')))
       OR (a.language = coalesce(getvariable('other'), 'km')
               AND list_contains(a.countries, coalesce(getvariable('one_country'), 'TH')))
)
SELECT month, topic, count(*) FILTER (WHERE is_one) AS one_articles, count(*) FILTER (WHERE NOT is_one) AS other_articles,
       arg_min(language, published_at) AS "first",
       arg_min(title, published_at) FILTER (WHERE is_one) AS one_title,
       arg_min(title, published_at) FILTER (WHERE NOT is_one) AS other_title
FROM told
GROUP BY ALL
HAVING one_articles > 0 AND other_articles > 0
ORDER BY month DESC NULLS LAST, topic;
