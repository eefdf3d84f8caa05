-- Why did inputs become no article, and in which archive files?
--
-- Gives: one row an archive file, stage and reason, with one example.
SELECT archive_file, stage, reason, count(*) AS "records", arg_min(detail, archive_offset) AS example
FROM rejects
GROUP BY ALL
ORDER BY "records" DESC, archive_file, stage, reason;
