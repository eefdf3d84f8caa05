-- How many people were rescued, arrested or killed, as the news counts them?
--
-- Gives: articles on a topic and the largest number of people in a part that each names, the largest first.
-- Parameter topic (human_trafficking): code of the topic
-- Parameter part (rescued): arrested, suspect, rescued, victim, killed, injured, missing or deported
SELECT published_at::DATE AS published, language, people, written, countries, title, url
FROM (
    SELECT article_id, language, max(value)::BIGINT AS people, first(text ORDER BY value DESC, start) AS written
    FROM article_figures
    WHERE kind = 'people' AND subject = coalesce(getvariable('part'), 'rescued')
    GROUP BY ALL
)
JOIN articles USING (article_id, language)
WHERE list_contains(topics, coalesce(getvariable('topic'), 'human_trafficking'))
ORDER BY people DESC, article_id;
