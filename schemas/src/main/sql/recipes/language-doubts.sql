-- Whose language is in doubt?
--
-- Gives: articles whose language is less than sure, or is another than the one that the page declares.
-- Parameter below (0.9): confidence that is sure enough
SELECT language, round(language_confidence, 3) AS confidence, declared_language AS declared, title, left(text, 100) AS opening, url
FROM articles
WHERE language_confidence < coalesce(getvariable('below')::DOUBLE, 0.9)
   OR (declared_language IS NOT NULL AND NOT starts_with(declared_language, language))
ORDER BY language_confidence, article_id
LIMIT 200;
