-- A batch is in the ledger with all its rows and its own, or not at all.
WITH written AS (
    SELECT 'articles' AS content, batch_id, count(*) AS rows FROM ledger.articles GROUP BY ALL
    UNION ALL SELECT 'failures', batch_id, count(*) FROM ledger.failures GROUP BY ALL
    UNION ALL SELECT 'extractions', batch_id, count(*) FROM ledger.extractions GROUP BY ALL
    UNION ALL SELECT 'visits', batch_id, count(*) FROM ledger.visits GROUP BY ALL
)
SELECT
    coalesce(batch.batch_id, written.batch_id) AS batch_id,
    coalesce(batch.content, written.content) AS content,
    batch.added,
    written.rows
FROM ledger.batches AS batch
FULL JOIN written ON written.batch_id = batch.batch_id AND written.content = batch.content
WHERE coalesce(batch.added, -1) <> coalesce(written.rows, 0)
