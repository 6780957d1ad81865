CREATE VIEW source_health AS
WITH numbered AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY url ORDER BY ingested_at, visit_id) AS place,
        max(ingested_at) FILTER (is_answered) OVER (PARTITION BY url) AS last_success_at,
        max(ingested_at) OVER (PARTITION BY url) AS last_asked_at
    FROM ledger.visits
),
counted AS (
    SELECT
        url,
        max_by(every_minutes, place) AS every_minutes,
        count(*) AS visits,
        any_value(last_asked_at) AS last_asked_at,
        any_value(last_success_at) AS last_success_at,
        max(ingested_at) FILTER (NOT is_answered) AS last_failure_at,
        max_by(message, place) FILTER (NOT is_answered) AS last_failure,
        count(*) FILTER (
            NOT is_answered AND (last_success_at IS NULL OR ingested_at > last_success_at)
        ) AS failures_in_a_row,
        sum(new_documents)::BIGINT AS new_documents,
        coalesce(
            sum(new_documents) FILTER (place > 1 AND ingested_at > last_asked_at - INTERVAL 28 DAYS), 0
        )::BIGINT AS lately,
        date_diff('hour', greatest(min(ingested_at), any_value(last_asked_at) - INTERVAL 28 DAYS), max(ingested_at))
            / 168.0 AS weeks,
        max_by(moved_to, place) FILTER (is_answered) AS moved_to
    FROM numbered
    GROUP BY url
)
SELECT
    url,
    failures_in_a_row,
    last_success_at,
    last_failure_at,
    last_failure,
    CASE WHEN weeks >= 1 / 7 THEN lately / weeks END AS articles_per_week,
    new_documents,
    visits,
    last_asked_at,
    every_minutes,
    last_asked_at + to_minutes(every_minutes) AS next_visit_at,
    moved_to
FROM counted
ORDER BY failures_in_a_row DESC, url;
COMMENT ON VIEW source_health IS
    'How each source of articles (feed, sitemap or page) fares: when it last answered and last failed and why, what it '
    'brings a week, and when it is asked next. Those that fail come first.';
