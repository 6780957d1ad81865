-- The judged predictions under one heading, newest first, each with its own score, less those that a reviewer has still
-- to judge blind.
SELECT score.claim_id, score.headline, score.outcome, score.days_late, score.chance_at_mid, score.brier_at_mid,
    prediction.stated_on, prediction.resolve_by, prediction.cue
FROM facets AS facet
JOIN scored AS score USING (claim_id)
JOIN predictions AS prediction USING (claim_id)
WHERE facet.dimension = $dimension AND facet.name = $name AND score.claim_id NOT IN (FROM blind_to($reviewer))
ORDER BY prediction.stated_on DESC, score.claim_id
LIMIT $limit
