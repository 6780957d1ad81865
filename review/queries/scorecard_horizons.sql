-- What came of the predictions under one heading, by how far ahead they looked.
SELECT
    prediction.horizon,
    count(*) AS predictions,
    count(score.claim_id) AS n,
    is_small(count(score.claim_id)) AS is_small_sample,
    favg(score.chance_at_mid) AS chance_at_mid,
    favg(score.came_true) AS hit_rate,
    wilson_low(fsum(score.came_true), count(score.claim_id)) AS hit_rate_low,
    wilson_high(fsum(score.came_true), count(score.claim_id)) AS hit_rate_high,
    favg(score.brier_at_mid) AS brier_at_mid
FROM facets AS facet
JOIN predictions AS prediction USING (claim_id)
LEFT JOIN scored AS score USING (claim_id)
WHERE facet.dimension = $1 AND facet.name = $2
GROUP BY prediction.horizon
ORDER BY min(prediction.horizon_days) NULLS LAST
