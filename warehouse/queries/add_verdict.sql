INSERT INTO ledger.verdicts BY NAME
SELECT
    $position AS "position",
    $verdict_id AS verdict_id,
    $claim_id AS claim_id,
    $extraction_id AS extraction_id,
    $outcome AS outcome,
    $reviewer AS reviewer,
    $evidence_url AS evidence_url,
    $evidence_article_id AS evidence_article_id,
    $evidence_quote AS evidence_quote,
    $evidence_dated AS evidence_dated,
    $note AS note,
    $days_late AS days_late,
    $supersedes AS supersedes,
    $decided_at AS decided_at,
    $previous_hash AS previous_hash,
    $hash AS hash
