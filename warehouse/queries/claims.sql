-- The claims that fit every filter that is set.
SELECT *
FROM claims
WHERE ($claim_id IS NULL OR claim_id = $claim_id)
    AND ($article_id IS NULL OR article_id = $article_id)
    AND ($kind IS NULL OR kind = $kind)
    AND ($source IS NULL OR lower(source) = lower($source))
    AND ($publisher IS NULL OR lower(publisher) = lower($publisher))
    AND ($author IS NULL OR list_contains(list_transform(authors, lambda name: lower(name)), lower($author)))
    AND ($topic IS NULL OR claim_id IN (SELECT claim_id FROM claim_topics WHERE lower(topic) = lower($topic)))
    AND ($words IS NULL OR contains(lower(headline || ' ' || quote), lower($words)))
    AND ($stated_from IS NULL OR stated_on >= $stated_from)
    AND ($stated_to IS NULL OR stated_on <= $stated_to)
    AND ($event_from IS NULL OR coalesce(t_to, t_from) >= $event_from)
    AND ($event_to IS NULL OR coalesce(t_from, t_to) <= $event_to)
    AND ($state IS NULL OR state = $state)
    AND ($outcome IS NULL OR outcome = $outcome)
ORDER BY stated_on DESC NULLS LAST, doc, char_start, claim_id
LIMIT $limit
