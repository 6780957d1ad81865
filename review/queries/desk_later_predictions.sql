-- Later predictions that may have taken the place of one that slipped: those that share most of its words.
SELECT
    claim_id,
    headline,
    source,
    stated_on,
    resolve_by,
    list_sum(list_transform($words, lambda word: contains(lower(quote), word)::INTEGER))::INTEGER AS shared
FROM predictions
WHERE claim_id <> $claim_id AND stated_on >= $stated_on AND repeats IS NULL
    AND list_any_value(list_filter($words, lambda word: contains(lower(quote), word))) IS NOT NULL
ORDER BY shared DESC, stated_on, claim_id
LIMIT $limit
