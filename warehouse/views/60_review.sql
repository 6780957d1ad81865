CREATE VIEW feedback AS
SELECT
    remark.*,
    remark.feedback_id IN (SELECT feedback_id FROM feedback_as_of(DATE 'infinity')) AS is_standing,
    said.headline
FROM ledger.feedback AS remark
LEFT JOIN (SELECT claim_id, any_value(headline) AS headline FROM ledger.assertions GROUP BY claim_id) AS said
    USING (claim_id);
COMMENT ON VIEW feedback IS
    'What reviewers said is wrong with an extraction. While it stands the finding is not among claims; its correction, '
    'if there is one, stands in its place.';

CREATE VIEW criteria AS
SELECT
    agreed.*,
    agreed.criterion_id IN (SELECT criterion_id FROM criteria_as_of(DATE 'infinity')) AS is_standing
FROM ledger.criteria AS agreed;
COMMENT ON VIEW criteria IS
    'Every wording of what would settle a prediction. The one that stands cannot change while a verdict stands.';

CREATE VIEW agreement AS
WITH pairs AS (
    SELECT one.reviewer, other.reviewer AS other_reviewer, one.outcome, other.outcome AS other_outcome
    FROM standing_verdicts_as_of(DATE 'infinity') AS one
    JOIN standing_verdicts_as_of(DATE 'infinity') AS other
        ON other.claim_id = one.claim_id AND other.reviewer > one.reviewer
),
outcomes AS (SELECT unnest(['confirmed', 'wrong', 'late', 'partly', 'void']) AS outcome),
shares AS (
    SELECT
        reviewer,
        other_reviewer,
        outcomes.outcome,
        favg((pairs.outcome = outcomes.outcome)::DOUBLE) AS share,
        favg((pairs.other_outcome = outcomes.outcome)::DOUBLE) AS other_share
    FROM pairs
    CROSS JOIN outcomes
    GROUP BY ALL
),
chance AS (
    SELECT reviewer, other_reviewer, fsum(share * other_share) AS expected FROM shares GROUP BY ALL
)
SELECT
    reviewer,
    other_reviewer,
    count(*) AS n,
    is_small(count(*)) AS is_small_sample,
    favg((outcome = other_outcome)::DOUBLE) AS observed_agreement,
    any_value(expected) AS expected_agreement,
    CASE
        WHEN any_value(expected) < 1
        THEN (favg((outcome = other_outcome)::DOUBLE) - any_value(expected)) / (1 - any_value(expected))
    END AS kappa
FROM pairs
JOIN chance USING (reviewer, other_reviewer)
GROUP BY reviewer, other_reviewer
ORDER BY n DESC, reviewer, other_reviewer;
COMMENT ON VIEW agreement IS
    'How far two reviewers agree on the predictions that both judged: Cohen''s kappa, 1 for always, 0 for no more than '
    'by chance; null where both always gave one and the same outcome.';

CREATE VIEW overall_agreement AS
WITH votes AS (
    SELECT claim_id, outcome, count(*) AS votes, sum(count(*)) OVER (PARTITION BY claim_id) AS raters
    FROM standing_verdicts_as_of(DATE 'infinity')
    GROUP BY claim_id, outcome
    QUALIFY raters > 1
),
totals AS (SELECT outcome, sum(votes) AS total FROM votes GROUP BY outcome),
observed AS (
    SELECT
        count(DISTINCT claim_id) AS n,
        sum(votes)::DOUBLE AS ratings,
        fsum(votes * (raters - votes) / (raters - 1)) AS disagreeing
    FROM votes
),
expected AS (
    SELECT (sum(total) ** 2 - sum(total ** 2)) / (sum(total) - 1) AS disagreeing FROM totals
)
SELECT
    observed.n,
    is_small(observed.n) AS is_small_sample,
    CASE WHEN expected.disagreeing > 0 THEN 1 - observed.disagreeing / expected.disagreeing END AS alpha
FROM observed
CROSS JOIN expected;
COMMENT ON VIEW overall_agreement IS
    'How far all reviewers agree on the predictions that several judged: Krippendorff''s alpha for nominal data, 1 for '
    'always, 0 for no more than by chance; null where only one outcome was ever given.';

CREATE VIEW loose_ends AS
SELECT
    'verdict_without_prediction' AS problem,
    verdict.claim_id,
    verdict.reviewer,
    'The newest reading no longer finds this prediction; judge the one that took its place.' AS advice,
    verdict.decided_at
FROM standing_verdicts_as_of(DATE 'infinity') AS verdict
ANTI JOIN predictions USING (claim_id)
UNION ALL
SELECT
    'verdict_on_other_date',
    verdict.claim_id,
    verdict.reviewer,
    'The reading that was judged dates this prediction otherwise than the newest; see whether the verdict still holds.',
    verdict.decided_at
FROM standing_verdicts_as_of(DATE 'infinity') AS verdict
JOIN ledger.assertions AS judged USING (extraction_id, claim_id)
JOIN predictions AS prediction ON prediction.claim_id = verdict.claim_id
WHERE prediction.resolve_by IS DISTINCT FROM judged.resolve_by
UNION ALL
SELECT
    'correction_of_nothing',
    feedback.claim_id,
    feedback.reviewer,
    'The newest reading no longer finds what was corrected; see whether it found the same otherwise.',
    feedback.decided_at
FROM feedback_as_of(DATE 'infinity') AS feedback
WHERE
    feedback.corrected_by IS NOT NULL
    AND NOT EXISTS (
        FROM ledger.assertions AS found
        JOIN readings_as_of(DATE 'infinity') AS reading USING (extraction_id)
        WHERE found.claim_id = feedback.claim_id
    );
COMMENT ON VIEW loose_ends IS
    'What a newer reading left hanging: verdicts and corrections that no longer fit what is found now.';
