-- The verdicts behind a place in the chain, each with what was judged.
SELECT verdict."position", verdict.verdict_id, verdict.claim_id, verdict.outcome, verdict.reviewer, said.headline
FROM ledger.verdicts AS verdict
LEFT JOIN ledger.assertions AS said USING (extraction_id, claim_id)
WHERE verdict."position" > $after
ORDER BY verdict."position"
LIMIT $limit
