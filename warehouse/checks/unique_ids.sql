-- Every id stands for one row.
WITH ids AS (
    SELECT 'articles' AS "table", article_id AS id FROM ledger.articles
    UNION ALL SELECT 'appearances', appearance_id FROM ledger.appearances
    UNION ALL SELECT 'failures', failure_id FROM ledger.failures
    UNION ALL SELECT 'batches', batch_id FROM ledger.batches
    UNION ALL SELECT 'visits', visit_id FROM ledger.visits
    UNION ALL SELECT 'extractions', extraction_id FROM ledger.extractions
    UNION ALL SELECT 'assertions', extraction_id || ' ' || claim_id FROM ledger.assertions
    UNION ALL SELECT 'verdicts', verdict_id FROM ledger.verdicts
    UNION ALL SELECT 'feedback', feedback_id FROM ledger.feedback
    UNION ALL SELECT 'criteria', criterion_id FROM ledger.criteria
    UNION ALL SELECT 'replacements', replacement_id FROM ledger.replacements
    UNION ALL SELECT 'lexicon', scale || ' ' || word FROM ledger.lexicon
)
SELECT "table", id, count(*) AS rows FROM ids GROUP BY ALL HAVING count(*) > 1
