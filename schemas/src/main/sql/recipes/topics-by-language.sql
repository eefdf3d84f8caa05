-- How much of each language's press is about a topic?
--
-- Gives: one row a topic, one column a language: main articles in every thousand.
WITH per_language AS (
    SELECT language, count(*) AS articles FROM articles GROUP BY language
),
per_mille AS (
    SELECT topic, language, round(1000.0 * count(*) / any_value(articles), 1) AS share
    FROM article_topics JOIN per_language USING (language)
    WHERE grade = 'main'
    GROUP BY ALL
)
PIVOT per_mille ON language USING coalesce(any_value(share), 0) GROUP BY topic ORDER BY topic;
