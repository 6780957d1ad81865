-- What waits for one reviewer on a day, and in which part of the queue: what nobody has judged, by when it falls due;
-- what one other person has judged, for a blind second look; what others dispute. Never what the reviewer has judged.
CREATE MACRO queue_for(who, today) AS TABLE
    SELECT
        CASE
            WHEN prediction.state = 'disputed' THEN 'disputed'
            WHEN prediction.state = 'resolved' THEN 'second'
            WHEN coalesce(prediction.resolve_by, prediction.review_by) < today THEN 'overdue'
            WHEN coalesce(prediction.resolve_by, prediction.review_by) <= today + 7 THEN 'week'
            ELSE 'later'
        END AS part,
        coalesce(prediction.resolve_by, prediction.review_by) AS due_on,
        prediction.*
    FROM predictions AS prediction
    ANTI JOIN (
        SELECT claim_id FROM standing_verdicts_as_of(DATE 'infinity') WHERE reviewer = who
    ) AS mine USING (claim_id)
    WHERE prediction.repeats IS NULL AND (prediction.state <> 'resolved' OR prediction.verdicts = 1);

-- The predictions whose outcome one reviewer must not see yet: others have judged them, and the reviewer's own verdict is
-- wanted. Nobody has to be blind who judges nothing: for null it is empty.
CREATE MACRO blind_to(who) AS TABLE
    SELECT claim_id
    FROM resolutions_as_of(DATE 'infinity')
    ANTI JOIN (
        SELECT claim_id FROM standing_verdicts_as_of(DATE 'infinity') WHERE reviewer = who
    ) AS mine USING (claim_id)
    WHERE who IS NOT NULL AND (state = 'disputed' OR verdicts = 1);
