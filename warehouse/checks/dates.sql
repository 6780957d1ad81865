-- Intervals are in order and have a basis; predictions are due at the end of theirs; readings share one day.
SELECT assertion.extraction_id, claim_id, t_from, t_to, basis, resolve_by, review_by, stated_on
FROM ledger.assertions AS assertion
JOIN ledger.extractions AS reading USING (extraction_id)
WHERE t_from > t_to
    OR (basis = 'none') <> (t_from IS NULL AND t_to IS NULL)
    OR (kind = 'prediction' AND resolve_by IS DISTINCT FROM t_to)
    OR (kind = 'claim' AND coalesce(resolve_by, review_by) IS NOT NULL)
    OR (resolve_by IS NOT NULL AND review_by IS NOT NULL)
    OR stated_on IS DISTINCT FROM reading.published
