-- What are the largest sums of money in the news of a topic?
--
-- Gives: one row an article and currency: the largest sum that it names, the largest first within a currency.
-- Parameter topic (money_laundering): code of the topic
-- Parameter first (20): rows a currency
SELECT currency, amount, written, published_at::DATE AS published, language, title, url
FROM (
    SELECT article_id, language, unit AS currency, max(value) AS amount, first(text ORDER BY value DESC, start) AS written
    FROM article_figures
    WHERE kind = 'money' AND unit IS NOT NULL
    GROUP BY ALL
)
JOIN articles USING (article_id, language)
WHERE list_contains(topics, coalesce(getvariable('topic'), 'money_laundering'))
QUALIFY row_number() OVER (PARTITION BY currency ORDER BY amount DESC, article_id) <= coalesce(getvariable('first')::INTEGER, 20)
ORDER BY currency, amount DESC, article_id;
