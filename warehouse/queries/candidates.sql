-- The earlier texts that the texts of a batch may come from: those at the same address, those of the same outlet under
-- the same title, and those with which they share much of their samples. Earlier is what was stored before the batch,
-- and what stands before it in the batch. A day that is not known is taken to be near. In the order of the batch, and
-- for each text from the oldest to the latest.
WITH fresh AS (
    SELECT article_id, address, lower(title) AS title, lower(publisher) AS publisher, published, sample, "position"
    FROM incoming
    SEMI JOIN ledger.articles AS added USING (article_id, batch_id)
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY "position") = 1
),
seen AS (
    SELECT article_id, address, lower(title) AS title, lower(publisher) AS publisher, published
    FROM ledger.appearances
),
mine AS (SELECT article_id, unnest(sample) AS number FROM fresh WHERE publisher IS NOT NULL),
stored AS (SELECT article_id, unnest(sample) AS number FROM ledger.sketches),
-- What stands in very many texts is a footer or a form, and would pair each of them with each.
common AS (
    SELECT number FROM stored SEMI JOIN mine USING (number) GROUP BY number HAVING count(*) > 100
),
sketches AS (
    SELECT article_id, sample FROM ledger.sketches
    UNION ALL
    SELECT article_id, sample FROM fresh
),
theirs AS (SELECT article_id, unnest(sample) AS number FROM sketches),
alike AS (
    SELECT mine.article_id, theirs.article_id AS earlier_id, count(*) AS shared
    FROM mine
    ANTI JOIN common USING (number)
    JOIN theirs USING (number)
    WHERE mine.article_id <> theirs.article_id
    GROUP BY ALL
    HAVING shared > 1
),
near AS (
    SELECT fresh.article_id, seen.article_id AS earlier_id FROM fresh JOIN seen USING (address)
    UNION
    SELECT fresh.article_id, seen.article_id FROM fresh JOIN seen USING (title, publisher)
    UNION
    SELECT alike.article_id, alike.earlier_id
    FROM alike
    JOIN fresh USING (article_id)
    JOIN sketches AS earlier ON earlier.article_id = alike.earlier_id
    -- Numbers above the largest of the other sample may well be in the other text.
    WHERE shared >= 0.5 * len(list_filter(fresh.sample, lambda number: number <= earlier.sample[-1]))
)
SELECT
    near.article_id,
    near.earlier_id,
    bool_or(seen.address = fresh.address) AS has_address,
    bool_or(coalesce(
        seen.title = fresh.title AND seen.publisher = fresh.publisher
            AND coalesce(abs(seen.published - fresh.published) <= 30, true),
        false
    )) AS has_title,
    bool_and(coalesce(seen.publisher <> fresh.publisher, false))
        AND bool_or(coalesce(abs(seen.published - fresh.published) <= 30, true)) AS is_elsewhere,
    any_value(earlier.text) AS text
FROM near
JOIN fresh USING (article_id)
JOIN seen ON seen.article_id = near.earlier_id
JOIN ledger.articles AS earlier ON earlier.article_id = near.earlier_id
LEFT JOIN fresh AS beside ON beside.article_id = near.earlier_id
WHERE near.article_id <> near.earlier_id AND (beside.article_id IS NULL OR beside."position" < fresh."position")
GROUP BY near.article_id, near.earlier_id, fresh."position", earlier.ingested_at, beside."position"
ORDER BY fresh."position", earlier.ingested_at, beside."position" NULLS FIRST, near.earlier_id
