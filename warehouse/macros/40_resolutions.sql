-- The verdicts that stand at the end of a day: not superseded by then, and not a taking back.
CREATE MACRO standing_verdicts_as_of(day) AS TABLE
    WITH decided AS (SELECT * FROM ledger.verdicts WHERE utc_day(decided_at) <= day)
    SELECT decided.*
    FROM decided
    ANTI JOIN decided AS later ON later.supersedes = decided.verdict_id
    WHERE decided.outcome <> 'withdrawn';

-- What became of each prediction that anybody judged, at the end of a day. Each reviewer has one standing verdict, and
-- the outcome that most of them reached is the resolution; where no outcome leads it is disputed and stays open. So the
-- order in which reviewers decide makes no difference. Days late are the fewest that anyone who leads found.
CREATE MACRO resolutions_as_of(day) AS TABLE
    WITH votes AS (
        SELECT
            claim_id,
            outcome,
            count(*) AS votes,
            min(days_late) AS days_late,
            max(decided_at) AS decided_at
        FROM standing_verdicts_as_of(day)
        GROUP BY claim_id, outcome
    ),
    ahead AS (
        SELECT *, sum(votes) OVER claim AS verdicts
        FROM votes
        WINDOW claim AS (PARTITION BY claim_id)
        QUALIFY votes = max(votes) OVER claim
    )
    SELECT
        claim_id,
        CASE WHEN count(*) = 1 THEN 'resolved' ELSE 'disputed' END AS state,
        CASE WHEN count(*) = 1 THEN any_value(outcome) END AS outcome,
        CASE WHEN count(*) = 1 THEN any_value(days_late) END AS days_late,
        any_value(verdicts)::BIGINT AS verdicts,
        max(decided_at) AS decided_at
    FROM ahead
    GROUP BY claim_id;
