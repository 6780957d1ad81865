-- Stored articles that may bear on a prediction: published after it, sharing most of the words, nearest to a day first.
WITH candidates AS (
    SELECT article_id, doc, title, publisher, published, text, regions, lower(text) AS lowered
    FROM articles
    WHERE article_id <> $article_id AND published BETWEEN $from_day AND $to_day
),
compared AS (
    SELECT
        * EXCLUDE (lowered),
        list_sum(list_transform($words, lambda word: contains(lowered, word)::INTEGER))::INTEGER AS shared
    FROM candidates
)
SELECT *
FROM compared
WHERE shared > 0
ORDER BY shared DESC, abs(published - $around), article_id
LIMIT $limit
