-- Which stories were carried most widely?
--
-- Gives: one row a story, by the number of outlets, then of copies.
SELECT len(outlets) AS outlets, cluster_size AS records, language, first_published_at::DATE AS "first", title, topics,
       outlets AS carried_by
FROM articles
WHERE cluster_size > 1
ORDER BY len(outlets) DESC, cluster_size DESC, article_id
LIMIT 50;
