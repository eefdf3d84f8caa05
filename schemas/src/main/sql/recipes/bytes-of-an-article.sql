-- How do I get the bytes back that an article was made from?
--
-- Gives: one row an article of a WARC file, with a command that prints its record: WARC header, HTTP header, page.
-- Parameter article: id of an article; without one the first hundred
SELECT article_id, archive_file, archive_offset,
       'tail -c +' || (archive_offset + 1) || ' ''' || replace(archive_file, '''', '''\''''') || ''''
           || CASE WHEN archive_file LIKE '%.gz' THEN ' | gzip -dc' ELSE '' END || ' | head -c 4096' AS command,
       title
FROM articles
WHERE archive_file NOT LIKE '%!%' AND regexp_matches(archive_file, '\.warc(\.gz)?$')
  AND (getvariable('article') IS NULL OR article_id = getvariable('article'))
ORDER BY article_id
LIMIT 100;
