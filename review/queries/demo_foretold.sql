-- A prediction of the Geneva round that the extractor found and dated; the one that is soonest to judge by its name.
SELECT claim_id, quote, source, publisher, stated_on, resolve_by
FROM predictions
WHERE stated_on < $1
    AND resolve_by IS NOT NULL
    AND NOT negated
    AND likelihood <> 'unlikely'
    AND regexp_matches(quote, '(Geneva|round|talks)')
    AND regexp_matches(quote, '(open|begin|start|resume|held|take place)')
ORDER BY contains(quote, 'Geneva') DESC, resolve_by DESC, stated_on, claim_id
LIMIT 1
