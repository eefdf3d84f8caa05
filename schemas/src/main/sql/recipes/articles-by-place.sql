-- Where are the articles, on a map and by topic?
--
-- Gives: places with their coordinates, the articles with a main topic that name each, and their days; first all topics together (topic null), then each
--        topic. As a layer of points: --format=csv, with lat and lon as y and x in WGS 84 (EPSG:4326).
-- Parameter minimum (1): places with so many articles at least
SELECT place, p.country, p.kind, p.lat, p.lon, topic, count(DISTINCT article_id) AS articles,
       min(p.published_at)::DATE AS first_day, max(p.published_at)::DATE AS last_day
FROM article_places p JOIN article_topics t USING (article_id)
WHERE t.grade = 'main'
GROUP BY GROUPING SETS ((place, p.country, p.kind, p.lat, p.lon), (place, p.country, p.kind, p.lat, p.lon, topic))
QUALIFY max(count(DISTINCT article_id)) OVER (PARTITION BY place) >= coalesce(getvariable('minimum')::BIGINT, 1)
ORDER BY max(articles) OVER (PARTITION BY place) DESC, place, topic NULLS FIRST;
