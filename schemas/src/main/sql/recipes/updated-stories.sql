-- Which reports did an outlet change after it had published them?
--
-- Gives: one row a later or earlier state of a report that is kept, with what both share.
SELECT a.source, a.title, a.published_at AS kept, d.published_at AS other_state, round(d.similarity, 3) AS similarity,
       d.url, d.archive_file, d.archive_offset
FROM duplicates d JOIN articles a ON a.article_id = d.representative_id
WHERE d.relation = 'update'
ORDER BY d.similarity, d.article_id
LIMIT 100;
