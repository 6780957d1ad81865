-- Evidence is no older than the prediction, and never its own article.
SELECT verdict.verdict_id, verdict.claim_id, verdict.evidence_dated, judged.stated_on, verdict.evidence_article_id
FROM ledger.verdicts AS verdict
JOIN ledger.assertions AS judged USING (extraction_id, claim_id)
WHERE verdict.evidence_dated < judged.stated_on OR verdict.evidence_article_id = judged.article_id
