-- The ledger as it stood at the end of a day: what had been ingested, extracted and decided by then. When things were
-- published (stated_on), when they happen (t_from, t_to), when they came in (ingested_at, extracted_at) and when they
-- were judged (decided_at) are different columns. A review date that a reviewer set goes before policy's. What a newer
-- version of an article says again is a repetition: what was said first is what counts, and what verdicts are given on.
-- worth says how much there is to check: a date, a named source, firm words, a figure, no condition, and how sure the
-- extractor is that it is a prediction at all.
CREATE MACRO as_of(day) AS TABLE
    SELECT
        finding.claim_id,
        finding.kind,
        finding.headline,
        finding.quote,
        coalesce(finding.source, 'author') AS source,
        article.publisher,
        article.authors,
        article.title,
        article.doc,
        finding.stated_on,
        finding."time",
        finding.t_from,
        finding.t_to,
        finding.granularity,
        finding.basis,
        finding.resolve_by,
        coalesce(criterion.review_by, finding.review_by) AS review_by,
        finding.cue,
        meaning.cue_word,
        finding.likelihood,
        meaning.low AS probability_low,
        meaning.mid AS probability_mid,
        meaning.high AS probability_high,
        finding.negated,
        finding.condition,
        criterion.criterion,
        CASE WHEN finding.kind = 'prediction' THEN coalesce(resolution.state, 'open') END AS state,
        resolution.outcome,
        resolution.days_late,
        resolution.verdicts,
        replacement.replaced_by,
        CASE WHEN finding.kind = 'prediction' THEN
            (finding.resolve_by IS NOT NULL)::INTEGER
            + (finding.source IS NOT NULL)::INTEGER
            + (finding.likelihood IN ('certain', 'likely'))::INTEGER
            + regexp_matches(finding.quote, '[0-9]')::INTEGER
            + (finding.condition IS NULL)::INTEGER
            + finding.model_score
        END AS worth,
        coalesce(finding.repeats, said_before.earlier_claim_id) AS repeats,
        finding.model,
        finding.revision,
        finding.model_score,
        finding.is_corrected,
        finding.article_id,
        finding.extraction_id,
        finding.sentence,
        finding.char_start,
        finding.char_end,
        finding.source_quote,
        article.ingested_at,
        finding.extracted_at,
        resolution.decided_at
    FROM findings_as_of(day) AS finding
    JOIN articles_as_of(day) AS article USING (article_id)
    LEFT JOIN resolutions_as_of(day) AS resolution USING (claim_id)
    LEFT JOIN criteria_as_of(day) AS criterion USING (claim_id)
    LEFT JOIN replacements_as_of(day) AS replacement USING (claim_id)
    LEFT JOIN changes_as_of(day) AS said_before
        ON said_before.claim_id = finding.claim_id AND said_before.change IN ('kept', 'reworded')
    LEFT JOIN cue_meanings() AS meaning
        ON finding.kind = 'prediction'
        AND meaning.cue IS NOT DISTINCT FROM finding.cue
        AND meaning.likelihood = finding.likelihood;
