-- Which articles tell of large amounts of drugs?
--
-- Gives: articles with drugs as a main topic and the largest amount of one drug that each names, the largest first. Copies are
-- left out, but several outlets may tell of one seizure, and an amount may be that of a year or of the law: read before adding up.
-- Parameter kg (100): least amount in kilograms
SELECT published_at::DATE AS published, language, subject, kg, written, countries, title, url
FROM (
    SELECT article_id, language, subject, max(value) AS kg, first(text ORDER BY value DESC, start) AS written
    FROM article_figures
    WHERE kind = 'quantity' AND unit = 'kg' AND value >= coalesce(getvariable('kg')::DOUBLE, 100)
      AND subject IN ('methamphetamine', 'yaba', 'heroin', 'cannabis', 'ketamine', 'ecstasy', 'cocaine', 'opium', 'drugs')
    GROUP BY ALL
)
JOIN articles USING (article_id, language)
WHERE list_contains(topics, 'drug_trafficking')
ORDER BY kg DESC, article_id, subject;
