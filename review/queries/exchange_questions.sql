-- Every prediction as a question with one forecast. As in scored, the forecast is the chance that the words give to the
-- verdict confirmed: an unlikely thing is predicted not to happen.
SELECT
    claim_id,
    prediction.headline,
    prediction.quote,
    prediction.source,
    prediction.authors,
    prediction.publisher,
    prediction.doc,
    prediction.stated_on,
    prediction.resolve_by,
    prediction.review_by,
    prediction.condition,
    prediction.criterion,
    prediction.outcome,
    prediction.days_late,
    prediction.decided_at,
    CASE
        WHEN prediction.likelihood = 'unlikely' THEN 1 - prediction.probability_mid
        ELSE prediction.probability_mid
    END AS chance_at_mid,
    noted.notes
FROM predictions AS prediction
LEFT JOIN (
    SELECT claim_id, list({'reviewer': reviewer, 'note': note} ORDER BY position) AS notes
    FROM verdicts
    WHERE is_standing AND note IS NOT NULL
    GROUP BY claim_id
) AS noted USING (claim_id)
WHERE prediction.repeats IS NULL
ORDER BY prediction.stated_on, prediction.doc, prediction.char_start
