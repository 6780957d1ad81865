-- A reviewer's queue in one row: how much waits in each part, the part asked for (else the first that holds something),
-- and the predictions of that part, most to check first.
WITH waiting AS MATERIALIZED (
    SELECT part, worth, claim_id, headline, source, publisher, due_on, resolve_by
    FROM queue_for($reviewer, $today)
    WHERE ($source IS NULL OR lower(source) = lower($source))
        AND ($words IS NULL OR contains(lower(headline || ' ' || quote), lower($words)))
        AND ($horizon IS NULL OR horizon = $horizon)
        AND ($topic IS NULL OR claim_id IN (SELECT claim_id FROM claim_topics WHERE topic = $topic))
),
parts AS (SELECT part, count(*) AS waiting FROM waiting GROUP BY part),
chosen AS (
    SELECT coalesce($part, (SELECT part FROM parts ORDER BY list_position($order, part) LIMIT 1)) AS part
),
lines AS (
    SELECT waiting.*
    FROM waiting
    JOIN chosen USING (part)
    ORDER BY worth DESC, due_on, claim_id
    LIMIT $limit
)
SELECT
    (SELECT part FROM chosen) AS part,
    (SELECT list(parts) FROM parts) AS parts,
    (SELECT list(lines ORDER BY worth DESC, due_on, claim_id) FROM lines) AS lines
