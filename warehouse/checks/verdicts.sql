-- A verdict supersedes at most the same reviewer's earlier one on the same prediction, and only late ones have days.
SELECT verdict.verdict_id, verdict.claim_id, verdict.outcome, verdict.supersedes, verdict.days_late
FROM ledger.verdicts AS verdict
LEFT JOIN ledger.verdicts AS earlier ON earlier.verdict_id = verdict.supersedes
WHERE (verdict.supersedes IS NOT NULL AND (
        earlier.verdict_id IS NULL
        OR earlier."position" >= verdict."position"
        OR earlier.claim_id <> verdict.claim_id
        OR earlier.reviewer <> verdict.reviewer
    ))
    OR (verdict.outcome = 'withdrawn' AND verdict.supersedes IS NULL)
    OR (verdict.outcome = 'late') <> (verdict.days_late IS NOT NULL)
UNION ALL
SELECT any_value(verdict_id), any_value(claim_id), 'superseded twice', supersedes, NULL
FROM ledger.verdicts
WHERE supersedes IS NOT NULL
GROUP BY supersedes
HAVING count(*) > 1
