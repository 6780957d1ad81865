-- What happened or was to happen about something, in the order of the calendar.
SELECT
    day, t_from, t_to, granularity, kind, headline, source, publisher, stated_on, state, outcome, claim_id,
    claim_id IN (FROM blind_to($reviewer)) AS is_blind
FROM timeline
WHERE ($words IS NULL OR contains(lower(headline), lower($words)))
    AND ($source IS NULL OR lower(source) = lower($source))
    AND ($topic IS NULL OR claim_id IN (SELECT claim_id FROM claim_topics WHERE topic = $topic))
    AND ($from_day IS NULL OR coalesce(t_to, t_from) >= $from_day)
    AND ($to_day IS NULL OR day <= $to_day)
ORDER BY day, t_to, claim_id
LIMIT $limit
