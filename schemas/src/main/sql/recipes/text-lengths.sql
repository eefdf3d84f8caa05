-- How long are the articles?
--
-- Gives: one row a language: shortest, median and longest text in characters, and how many are shorter than 200.
SELECT language, min(length(text)) AS shortest, quantile_disc(length(text), 0.25) AS lower_quarter,
       quantile_disc(length(text), 0.5) AS median, quantile_disc(length(text), 0.75) AS upper_quarter,
       max(length(text)) AS longest, count(*) FILTER (WHERE length(text) < 200) AS under_200
FROM articles
GROUP BY language
ORDER BY language;
