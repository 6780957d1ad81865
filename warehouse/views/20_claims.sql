CREATE VIEW claims AS SELECT * FROM as_of(DATE 'infinity');
COMMENT ON VIEW claims IS
    'Every assertion that counts now, claims and predictions alike (see kind): what the newest reading of each article '
    'found, less what reviewers rejected, plus their corrections. For the ledger as it stood on a day: FROM as_of(day).';

CREATE VIEW predictions AS
SELECT
    * EXCLUDE (kind),
    resolve_by - stated_on AS horizon_days,
    CASE
        WHEN resolve_by - stated_on IS NULL THEN 'undated'
        WHEN resolve_by - stated_on <= 7 THEN 'week'
        WHEN resolve_by - stated_on <= 31 THEN 'month'
        WHEN resolve_by - stated_on <= 92 THEN 'quarter'
        WHEN resolve_by - stated_on <= 366 THEN 'year'
        ELSE 'longer'
    END AS horizon
FROM claims
WHERE kind = 'prediction';
COMMENT ON VIEW predictions IS
    'Every prediction that counts now: who said it and how firmly, by when it can be judged, and what became of it.';

CREATE VIEW due AS SELECT * FROM due_on(utc_day(now()), 0);
COMMENT ON VIEW due IS
    'The open predictions that want a look today, and why. For another day, or the days ahead: FROM due_on(day, days).';

CREATE VIEW timeline AS
SELECT
    coalesce(t_from, t_to) AS day,
    t_from,
    t_to,
    granularity,
    kind,
    headline,
    source,
    publisher,
    stated_on,
    state,
    outcome,
    claim_id,
    article_id,
    doc
FROM claims
WHERE coalesce(t_from, t_to) IS NOT NULL AND repeats IS NULL
ORDER BY day, t_to, claim_id;
COMMENT ON VIEW timeline IS 'What happened or is to happen, in the order of the calendar: every assertion that has a date.';

CREATE VIEW slips AS
SELECT
    earlier.claim_id,
    earlier.replaced_by,
    earlier.headline,
    later.headline AS later_headline,
    earlier.resolve_by,
    later.resolve_by AS later_resolve_by,
    later.resolve_by - earlier.resolve_by AS days_slipped
FROM claims AS earlier
JOIN claims AS later ON later.claim_id = earlier.replaced_by;
COMMENT ON VIEW slips IS
    'Predictions that were put off, each with the later prediction that took its place and the days between their dates.';
