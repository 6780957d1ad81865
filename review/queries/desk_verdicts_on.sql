-- All that reviewers decided on a prediction, in order.
SELECT *
FROM verdicts
WHERE claim_id = $claim_id
ORDER BY "position"
