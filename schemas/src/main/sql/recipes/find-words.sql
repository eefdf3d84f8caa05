-- Which articles hold these words, and where?
--
-- Gives: one row an article, newest first, with the words in their context.
-- Parameter words (Myanmar): what to look for, in any language; capitals do not matter
SELECT published_at::DATE AS published, language, source, title,
       regexp_extract(text, '(?i)(?s).{0,40}' || regexp_escape(coalesce(getvariable('words'), 'Myanmar')) || '.{0,60}') AS context,
       url
FROM articles
WHERE regexp_matches(text, '(?i)' || regexp_escape(coalesce(getvariable('words'), 'Myanmar')))
ORDER BY published_at DESC NULLS LAST, article_id
LIMIT 100;
