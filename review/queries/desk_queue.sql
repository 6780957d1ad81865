SELECT claim_id, headline, source, publisher, due_on, resolve_by, stated_on, likelihood
FROM queue_for($reviewer, $today)
WHERE part = $part
    AND ($source IS NULL OR lower(source) = lower($source))
    AND ($words IS NULL OR contains(lower(headline || ' ' || quote), lower($words)))
    AND ($horizon IS NULL OR horizon = $horizon)
ORDER BY worth DESC, due_on, claim_id
LIMIT $limit
