-- How often is a story copied?
--
-- Gives: one row a size of cluster: how many stories have it, and how many records they make up.
SELECT cluster_size AS records_of_a_story, count(*) AS stories, sum(cluster_size) AS "records",
       round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS percent_of_stories
FROM articles
GROUP BY cluster_size
ORDER BY cluster_size;
