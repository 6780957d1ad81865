-- What falls due from a day on and nobody has judged.
SELECT claim_id, headline, quote, source, publisher, stated_on, resolve_by, likelihood
FROM predictions
WHERE state <> 'resolved' AND repeats IS NULL AND resolve_by >= $from_day
ORDER BY resolve_by, claim_id
LIMIT $limit
