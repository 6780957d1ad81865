-- For a copy that is read many times between two changes: work out once what depends on the readings alone, and let the
-- macros answer with it. Verdicts, criteria and slips are joined when asked for, so that a new one shows at once.
CREATE TABLE ledger.current_findings AS FROM findings_as_of(DATE 'infinity');
CREATE TABLE ledger.current_articles AS FROM articles_as_of(DATE 'infinity') ORDER BY published;
CREATE OR REPLACE MACRO findings_as_of(day) AS TABLE FROM ledger.current_findings;
CREATE OR REPLACE MACRO articles_as_of(day) AS TABLE FROM ledger.current_articles;

CREATE TABLE ledger.current_claims AS
    SELECT claim.* REPLACE (
        CASE WHEN claim.kind = 'prediction' THEN 'open' END AS state,
        finding.review_by AS review_by
    )
    FROM as_of(DATE 'infinity') AS claim
    JOIN ledger.current_findings AS finding USING (claim_id)
    ORDER BY claim.stated_on DESC, claim.claim_id;
CREATE OR REPLACE MACRO as_of(day) AS TABLE
    SELECT claim.* REPLACE (
        coalesce(resolution.state, claim.state) AS state,
        resolution.outcome AS outcome,
        resolution.days_late AS days_late,
        resolution.verdicts AS verdicts,
        resolution.decided_at AS decided_at,
        criterion.criterion AS criterion,
        coalesce(criterion.review_by, claim.review_by) AS review_by,
        replacement.replaced_by AS replaced_by
    )
    FROM ledger.current_claims AS claim
    LEFT JOIN resolutions_as_of(day) AS resolution USING (claim_id)
    LEFT JOIN criteria_as_of(day) AS criterion USING (claim_id)
    LEFT JOIN replacements_as_of(day) AS replacement USING (claim_id);
