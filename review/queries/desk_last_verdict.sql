-- The last verdict that a reviewer gave and has not taken back.
SELECT claim_id, headline, outcome, decided_at
FROM verdicts
WHERE reviewer = $reviewer AND is_standing
ORDER BY "position" DESC
LIMIT 1
