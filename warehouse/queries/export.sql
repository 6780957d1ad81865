-- One row per finding in the fields that are exported: of the current readings, of one revision, or of all.
WITH every AS (
    SELECT assertion.*, reading.model, reading.revision, current.claim_id IS NOT NULL AS is_current
    FROM ledger.assertions AS assertion
    JOIN ledger.extractions AS reading USING (extraction_id)
    LEFT JOIN findings_as_of(DATE 'infinity') AS current USING (extraction_id, claim_id)
)
SELECT
    article.doc,
    finding.kind,
    finding.char_start,
    finding.char_end,
    finding.quote,
    finding.headline,
    coalesce(finding.source, 'author') AS source,
    finding.source_quote,
    finding."time",
    finding.t_from AS "start",
    finding.t_to AS "end",
    finding.granularity,
    finding.basis,
    finding.resolve_by,
    finding.review_by,
    finding.cue,
    finding.likelihood,
    finding.negated,
    finding.condition,
    finding.stated_on,
    finding.repeats,
    finding.model,
    finding.revision,
    finding.model_score,
    finding.is_current,
    finding.claim_id,
    finding.article_id,
    finding.extraction_id,
    article.title,
    article.publisher,
    article.authors
FROM every AS finding
JOIN articles AS article USING (article_id)
WHERE CASE
    WHEN $revision IS NOT NULL THEN finding.revision = $revision
    WHEN $every THEN true
    ELSE finding.is_current
END
ORDER BY article.doc, finding.article_id, finding.char_start, finding.char_end, finding.kind, finding.extraction_id
