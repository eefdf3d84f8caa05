-- Where else did this story appear?
--
-- Gives: every record of one cluster, the article and its copies, in the order of publication.
-- Parameter article: id of an article; without one that of the largest cluster
SELECT published_at, source, relation, round(similarity, 2) AS similarity, url, archive_file, archive_offset
FROM copies
WHERE cluster_id = coalesce(getvariable('article')::VARCHAR, (SELECT arg_max(article_id, cluster_size) FROM articles))
ORDER BY published_at NULLS LAST, relation <> 'article', archive_file, archive_offset;
