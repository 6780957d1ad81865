-- A reviewer has at most one standing verdict on a prediction.
SELECT claim_id, reviewer, count(*) AS standing
FROM standing_verdicts_as_of(DATE 'infinity')
GROUP BY claim_id, reviewer
HAVING count(*) > 1
