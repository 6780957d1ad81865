-- What a reviewer did last and has not taken back: a verdict, or a word against an extraction.
WITH acts AS (
    SELECT 'verdict' AS act, claim_id, outcome AS said, decided_at
    FROM standing_verdicts_as_of(DATE 'infinity')
    WHERE reviewer = $reviewer
    UNION ALL
    SELECT 'feedback', claim_id, reason, decided_at
    FROM feedback_as_of(DATE 'infinity')
    WHERE reviewer = $reviewer
    ORDER BY decided_at DESC
    LIMIT 1
)
SELECT act, claim_id, said, any_value(assertion.headline) AS headline
FROM acts
LEFT JOIN ledger.assertions AS assertion USING (claim_id)
GROUP BY ALL
