-- The verdict of a reviewer on a claim that stands, if any.
SELECT * FROM standing_verdicts_as_of(DATE 'infinity') WHERE claim_id = $1 AND reviewer = $2
