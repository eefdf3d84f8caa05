-- Which articles hold these words, and where?
--
-- Gives: one row an article, newest first, with the words in their context.
-- Parameter words (Myanmar): what to look for, in any language; capitals do not matter
WITH found AS (
    SELECT published_at::DATE AS published, language, source, title, url, text,
           position(lower(coalesce(getvariable('words'), 'Myanmar')) IN lower(text)) AS place
    FROM articles
)
SELECT published, language, source, title, substr(text, greatest(place - 40, 1), 120) AS context, url
FROM found
WHERE place > 0
ORDER BY published DESC NULLS LAST, url
LIMIT 100;
