INSERT INTO ledger.feedback BY NAME
SELECT
    $feedback_id AS feedback_id,
    $claim_id AS claim_id,
    $reason AS reason,
    $reviewer AS reviewer,
    $note AS note,
    $corrected_by AS corrected_by,
    (SELECT feedback_id FROM feedback_as_of(DATE 'infinity') WHERE claim_id = $claim_id) AS supersedes,
    $decided_at AS decided_at
