SELECT
    claim_id, kind, headline, quote, source, publisher, stated_on, t_from, t_to, likelihood, state, outcome, model_score,
    claim_id IN (FROM blind_to($reviewer)) AS is_blind
FROM claims
WHERE ($kind IS NULL OR kind = $kind)
    AND ($words IS NULL OR contains(lower(headline || ' ' || quote), lower($words)))
    AND ($source IS NULL OR lower(source) = lower($source))
    AND ($publisher IS NULL OR lower(publisher) = lower($publisher))
    AND ($author IS NULL OR list_contains(list_transform(authors, lambda name: lower(name)), lower($author)))
    AND ($topic IS NULL OR claim_id IN (SELECT claim_id FROM claim_topics WHERE topic = $topic))
    AND ($likelihood IS NULL OR likelihood = $likelihood)
    AND ($state IS NULL OR state = $state)
    AND ($outcome IS NULL OR outcome = $outcome)
    AND ($stated_from IS NULL OR stated_on >= $stated_from)
    AND ($stated_to IS NULL OR stated_on <= $stated_to)
    AND ($event_from IS NULL OR coalesce(t_to, t_from) >= $event_from)
    AND ($event_to IS NULL OR coalesce(t_from, t_to) <= $event_to)
ORDER BY stated_on DESC NULLS LAST, claim_id
LIMIT $limit OFFSET $offset
