-- Whatever is referred to is there.
SELECT 'appearance' AS of, appearance_id AS id, article_id AS missing
FROM ledger.appearances ANTI JOIN ledger.articles USING (article_id)
UNION ALL
SELECT 'article', article_id, 'its appearance' FROM ledger.articles ANTI JOIN ledger.appearances USING (article_id)
UNION ALL
SELECT 'reading', extraction_id, article_id FROM ledger.extractions ANTI JOIN ledger.articles USING (article_id)
UNION ALL
SELECT 'assertion', claim_id, extraction_id FROM ledger.assertions ANTI JOIN ledger.extractions USING (extraction_id)
UNION ALL
SELECT 'verdict', verdict_id, claim_id FROM ledger.verdicts ANTI JOIN ledger.assertions USING (extraction_id, claim_id)
UNION ALL
SELECT 'feedback', feedback_id, claim_id FROM ledger.feedback ANTI JOIN ledger.assertions USING (claim_id)
UNION ALL
SELECT 'feedback', feedback_id, corrected_by
FROM ledger.feedback
WHERE corrected_by IS NOT NULL AND corrected_by NOT IN (SELECT extraction_id FROM ledger.extractions)
UNION ALL
SELECT 'criterion', criterion_id, claim_id FROM ledger.criteria ANTI JOIN ledger.assertions USING (claim_id)
UNION ALL
SELECT 'replacement', replacement_id, claim_id FROM ledger.replacements ANTI JOIN ledger.assertions USING (claim_id)
UNION ALL
SELECT 'replacement', replacement_id, replaced_by
FROM ledger.replacements
WHERE replaced_by IS NOT NULL AND replaced_by NOT IN (SELECT claim_id FROM ledger.assertions)
