-- Every scale is in order, from 0 to 1, and says what to do with words that it lacks.
SELECT scale, word, low, mid, high
FROM ledger.lexicon
WHERE NOT (0 <= low AND low <= mid AND mid <= high AND high <= 1)
UNION ALL
SELECT scale, 'class:…', NULL, NULL, NULL
FROM ledger.lexicon
GROUP BY scale
HAVING count(*) FILTER (word IN ('class:certain', 'class:likely', 'class:possible', 'class:unlikely')) <> 4
