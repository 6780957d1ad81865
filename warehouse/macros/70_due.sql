-- The open predictions that want a look on a day, and why; with ahead_days also those that fall due within as many days.
-- A repetition inside the same article is not asked for twice.
CREATE MACRO due_on(today, ahead_days) AS TABLE
    SELECT
        CASE
            WHEN resolve_by < today THEN 'overdue'
            WHEN resolve_by = today THEN 'due_today'
            WHEN resolve_by IS NULL AND review_by <= today THEN 'review'
            ELSE 'upcoming'
        END AS reason,
        coalesce(resolve_by, review_by) AS due_on,
        (today - coalesce(resolve_by, review_by))::INTEGER AS days_over,
        *
    FROM as_of(DATE 'infinity')
    WHERE
        kind = 'prediction'
        AND state <> 'resolved'
        AND repeats IS NULL
        AND coalesce(resolve_by, review_by) <= today + ahead_days::INTEGER
    ORDER BY reason = 'upcoming', reason = 'review', due_on, claim_id;
