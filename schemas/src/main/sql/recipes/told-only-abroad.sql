-- Which incidents did only the press of other countries tell of?
--
-- Gives: incidents with a report of which no article and no copy is of the press of the country where they happened, first those at whose time the
-- corpus has most articles of that press: home_then are dated within 14 days of the first report, home_articles are all. No table has the country of an
-- outlet. Here it is that of the language (id, th, vi, tl, km, lo, my: ID, TH, VN, PH, KH, LA, MM); for others that of the domain of the address (.sg),
-- and for Malay without one MY. So a Thai page from Laos counts as Thai, and English, Chinese or Tamil without such a domain (.com) as unknown. The
-- press at home may have told it all the same, in articles that the corpus does not have, and the country of an incident may be wrong.
-- Parameter topic: code of a topic; without one all topics
-- Parameter country: where they happened, ISO 3166-1 alpha-2; without one all countries
-- Parameter unknown (0): most articles and copies of unknown countries that an incident may have; these count as told abroad
-- Parameter home (1): least number of articles of the country's own press in the corpus; 0 also for countries of whose press it has none
WITH told AS (
    -- Of an article of an earlier corpus only the language is known.
    SELECT i.incident_id, coalesce(c.language, i.language) AS language, c.url
    FROM incident_articles i LEFT JOIN articles a USING (article_id) LEFT JOIN copies c ON c.cluster_id = a.cluster_id
    UNION ALL BY NAME
    SELECT language, url, published_at::DATE AS day FROM copies
),
addressed AS (
    SELECT incident_id, day, language, upper(regexp_extract(url, '^\w+://[^/?#]*\.([A-Za-z]{2})(:\d+)?([/?#]|$)', 1)) AS domain FROM told
),
press AS (
    SELECT incident_id, day, CASE
               WHEN language IN ('id', 'th', 'vi', 'tl', 'km', 'lo', 'my')
               THEN MAP {'id': 'ID', 'th': 'TH', 'vi': 'VN', 'tl': 'PH', 'km': 'KH', 'lo': 'LA', 'my': 'MM'}[language]
               WHEN domain = 'UK' THEN 'GB'
               -- Outlets of any country register under these.
               WHEN domain NOT IN ('', 'EU', 'CO', 'TV', 'IO', 'ME', 'AI', 'CC', 'WS', 'FM', 'TO', 'LY', 'GG', 'SH', 'TK', 'ML', 'GA', 'CF') THEN domain
               WHEN language = 'ms' THEN 'MY' END AS press
    FROM addressed
),
abroad AS (
    SELECT incident_id, list(DISTINCT press ORDER BY press) FILTER (WHERE press IS NOT NULL) AS press, count(*) FILTER (WHERE press IS NULL) AS unknown
    FROM incidents i JOIN press p USING (incident_id)
    GROUP BY incident_id, i.country
    HAVING count(*) FILTER (WHERE p.press = i.country) = 0 AND unknown <= coalesce(getvariable('unknown')::BIGINT, 0)
),
home AS (
    SELECT press AS country, day, count(*) AS articles FROM press WHERE incident_id IS NULL AND press IS NOT NULL GROUP BY ALL
)
SELECT i.event_date, i.topic, i.country, i.place, a.press, a.unknown, i.languages, len(i.outlets) AS outlets, i.articles,
       coalesce(sum(h.articles) FILTER (WHERE abs(date_diff('day', i.first_reported_at::DATE, h.day)) <= 14), 0)::BIGINT AS home_then,
       coalesce(sum(h.articles), 0)::BIGINT AS home_articles, i.title, i.incident_id
FROM incidents i JOIN abroad a USING (incident_id) LEFT JOIN home h ON h.country = i.country
WHERE i.country IS NOT NULL AND i.incident_id IN (SELECT incident_id FROM incident_articles WHERE role = 'report')
  AND (getvariable('topic') IS NULL OR list_contains(i.topics, getvariable('topic')))
  AND (getvariable('country') IS NULL OR i.country = getvariable('country'))
GROUP BY ALL
HAVING home_articles >= coalesce(getvariable('home')::BIGINT, 1)
ORDER BY home_then DESC, i.articles DESC, home_articles DESC, i.incident_id;
