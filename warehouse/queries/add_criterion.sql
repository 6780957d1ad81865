INSERT INTO ledger.criteria BY NAME
SELECT
    $criterion_id AS criterion_id,
    $claim_id AS claim_id,
    $criterion AS criterion,
    $review_by AS review_by,
    $reviewer AS reviewer,
    (SELECT criterion_id FROM criteria_as_of(DATE 'infinity') WHERE claim_id = $claim_id) AS supersedes,
    $decided_at AS decided_at
