-- The newest reading of each article at the end of a day. Corrections stand beside the readings, not in their place.
CREATE MACRO readings_as_of(day) AS TABLE
    SELECT *
    FROM ledger.extractions
    WHERE model <> 'reviewer' AND utc_day(ingested_at) <= day
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY ingested_at DESC, extraction_id) = 1;

-- What reviewers say is wrong with an extraction, at the end of a day: the last word on each claim, unless taken back.
CREATE MACRO feedback_as_of(day) AS TABLE
    SELECT * EXCLUDE (latest)
    FROM (
        SELECT *, row_number() OVER (PARTITION BY claim_id ORDER BY decided_at DESC, feedback_id) AS latest
        FROM ledger.feedback
        WHERE utc_day(decided_at) <= day
    )
    WHERE latest = 1 AND reason IS NOT NULL;

-- The findings that count at the end of a day: those of the newest readings that no reviewer rejected, and those that
-- reviewers put in the place of rejected ones. A correction counts even if a later reading finds the same by itself.
CREATE MACRO findings_as_of(day) AS TABLE
    WITH candidates AS (
        SELECT assertion.*, reading.model, reading.revision, reading.ingested_at AS extracted_at, false AS is_corrected
        FROM readings_as_of(day) AS reading
        JOIN ledger.assertions AS assertion USING (extraction_id)
        UNION ALL
        SELECT assertion.*, reading.model, reading.revision, reading.ingested_at AS extracted_at, true AS is_corrected
        FROM feedback_as_of(day) AS feedback
        JOIN ledger.extractions AS reading ON reading.extraction_id = feedback.corrected_by
        JOIN ledger.assertions AS assertion ON assertion.extraction_id = reading.extraction_id
    ),
    accepted AS (
        SELECT candidates.*
        FROM candidates
        LEFT JOIN feedback_as_of(day) AS feedback USING (claim_id)
        WHERE feedback.claim_id IS NULL OR feedback.corrected_by = candidates.extraction_id
    )
    SELECT *
    FROM accepted
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY is_corrected DESC, extracted_at DESC) = 1;
