-- What is to be known of claims before verdicts on them are accepted.
SELECT claim_id, headline, kind, article_id, extraction_id, stated_on, resolve_by
FROM claims
WHERE claim_id IN (SELECT unnest($1))
