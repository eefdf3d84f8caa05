-- Which incidents were told in several languages?
--
-- Gives: incidents with the most languages first, and which article told of them first.
-- Parameter languages (2): least number of languages
SELECT event_date, topic, country, place, languages, len(outlets) AS outlets, articles, confidence, first_language, title, incident_id
FROM incidents
WHERE len(languages) >= coalesce(getvariable('languages')::BIGINT, 2)
ORDER BY len(languages) DESC, articles DESC, incident_id;
