-- What came out of each archive file?
--
-- Gives: one row an archive file: articles, dropped copies, rejects, and how much of it is new.
SELECT archive_file, count(*) FILTER (WHERE became = 'article') AS articles,
       count(*) FILTER (WHERE became = 'duplicate') AS duplicates,
       count(*) FILTER (WHERE became = 'reject') AS rejects,
       round(100.0 * articles / count(*), 1) AS percent_articles
FROM (SELECT archive_file, 'article' AS became FROM articles
      UNION ALL SELECT archive_file, 'duplicate' FROM duplicates
      UNION ALL SELECT archive_file, 'reject' FROM rejects)
GROUP BY archive_file
ORDER BY archive_file;
