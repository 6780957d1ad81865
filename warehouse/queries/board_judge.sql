-- Bring what became of the predictions up to the verdicts, criteria and slips that are on the board.
UPDATE ledger.settled_claims AS claim
SET
    state = now.state,
    outcome = now.outcome,
    days_late = now.days_late,
    verdicts = now.verdicts,
    decided_at = now.decided_at,
    criterion = now.criterion,
    review_by = coalesce(now.review_by, claim.found_review_by),
    replaced_by = now.replaced_by
FROM (
    SELECT
        claim_id,
        coalesce(resolution.state, 'open') AS state,
        resolution.outcome,
        resolution.days_late,
        resolution.verdicts,
        resolution.decided_at,
        criterion.criterion,
        criterion.review_by,
        replacement.replaced_by
    FROM (
        SELECT claim_id FROM ledger.verdicts
        UNION
        SELECT claim_id FROM ledger.criteria
        UNION
        SELECT claim_id FROM ledger.replacements
    ) AS touched
    LEFT JOIN resolutions_as_of(DATE 'infinity') AS resolution USING (claim_id)
    LEFT JOIN criteria_as_of(DATE 'infinity') AS criterion USING (claim_id)
    LEFT JOIN replacements_as_of(DATE 'infinity') AS replacement USING (claim_id)
) AS now
WHERE
    claim.claim_id = now.claim_id
    AND (
        claim.state, claim.outcome, claim.days_late, claim.verdicts, claim.decided_at, claim.criterion, claim.review_by,
        claim.replaced_by
    ) IS DISTINCT FROM (
        now.state, now.outcome, now.days_late, now.verdicts, now.decided_at, now.criterion,
        coalesce(now.review_by, claim.found_review_by), now.replaced_by
    )
