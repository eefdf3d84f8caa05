-- Who bears a name that sounds like this one, however it is written?
--
-- Gives: names of all scripts that sound like one, the most alike first, with the number of articles that tell them. Names that sound alike may be
-- those of different people, and names that a language reads by other rules, such as Chinese ones in Vietnamese, sound otherwise.
-- Parameter name (seowen): name in any script, which lintas sql spells by its sound; other readers give a value of name_sound
-- Parameter similarity (0.75): lowest similarity, a score from 0 to 1: the share of letters of the sounds that are the same
SELECT round(similarity, 2) AS similarity, name, latin_name, kind, entity_id, languages, articles, first_reported
FROM (
    SELECT name, latin_name, first(kind ORDER BY kind) AS kind, first(entity_id ORDER BY entity_id) AS entity_id,
           list_sort(list(DISTINCT language)) AS languages, count(DISTINCT article_id) AS articles, min(published_at)::DATE AS first_reported,
           1 - levenshtein(name_sound, coalesce(getvariable('name'), 'seowen'))
               / greatest(length(name_sound), length(coalesce(getvariable('name'), 'seowen'))) AS similarity
    FROM article_entities
    WHERE name_sound IS NOT NULL
    GROUP BY name, latin_name, name_sound
)
WHERE similarity >= coalesce(getvariable('similarity')::DOUBLE, 0.75)
ORDER BY similarity DESC, articles DESC, name, latin_name;
