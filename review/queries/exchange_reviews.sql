-- Every prediction that reviewers have settled, with the verdicts that carry the resolution.
SELECT
    claim_id,
    any_value(prediction.headline) AS headline,
    any_value(prediction.quote) AS quote,
    any_value(prediction.source) AS source,
    any_value(prediction.authors) AS authors,
    any_value(prediction.publisher) AS publisher,
    any_value(prediction.title) AS title,
    any_value(prediction.doc) AS doc,
    any_value(prediction.stated_on) AS stated_on,
    any_value(prediction.outcome) AS outcome,
    any_value(prediction.days_late) AS days_late,
    any_value(utc_day(prediction.decided_at)) AS decided_on,
    list(verdict.note ORDER BY verdict.position) FILTER (verdict.note IS NOT NULL) AS notes,
    list(
        {
            'url': verdict.evidence_url,
            'doc': evidence.doc,
            'title': evidence.title,
            'quote': verdict.evidence_quote,
            'dated': verdict.evidence_dated
        }
        ORDER BY verdict.position
    ) FILTER (coalesce(verdict.evidence_url, verdict.evidence_article_id) IS NOT NULL) AS evidence
FROM predictions AS prediction
JOIN verdicts AS verdict USING (claim_id)
LEFT JOIN articles AS evidence ON evidence.article_id = verdict.evidence_article_id
WHERE
    prediction.state = 'resolved'
    AND prediction.repeats IS NULL
    AND verdict.is_standing
    AND verdict.outcome = prediction.outcome
GROUP BY claim_id
ORDER BY any_value(prediction.decided_at), claim_id
