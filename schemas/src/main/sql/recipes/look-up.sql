-- What became of a page?
--
-- Gives: one row where the address is that of an article, a dropped copy or a reject.
-- Parameter url: the address; without one that of the first article that has any
WITH wanted AS (
    SELECT coalesce(getvariable('url')::VARCHAR, (SELECT min(url) FROM articles)) AS url
)
SELECT 'article' AS became, article_id AS id, title AS what, archive_file, archive_offset
FROM articles JOIN wanted USING (url)
UNION ALL
SELECT 'duplicate', representative_id, relation || ' of the article with this id', archive_file, archive_offset
FROM duplicates JOIN wanted USING (url)
UNION ALL
SELECT 'reject', NULL, reason || ': ' || detail, archive_file, archive_offset
FROM rejects JOIN wanted USING (url);
