-- What the ledger of verdicts has to know of a claim before a verdict on it is accepted.
SELECT claim_id, kind, article_id, extraction_id, stated_on, resolve_by
FROM findings_as_of(DATE 'infinity')
WHERE claim_id = $1
