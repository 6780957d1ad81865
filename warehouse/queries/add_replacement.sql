INSERT INTO ledger.replacements BY NAME
SELECT
    $replacement_id AS replacement_id,
    $claim_id AS claim_id,
    $replaced_by AS replaced_by,
    $reviewer AS reviewer,
    $note AS note,
    $decided_at AS decided_at
