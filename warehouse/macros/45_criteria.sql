-- What would settle each prediction, in the wording that held at the end of a day, and when somebody wants to look.
CREATE MACRO criteria_as_of(day) AS TABLE
    SELECT *
    FROM ledger.criteria
    WHERE utc_day(decided_at) <= day
    QUALIFY row_number() OVER (PARTITION BY claim_id ORDER BY decided_at DESC, criterion_id) = 1;

-- Which later prediction took the place of one that was put off, as linked at the end of a day.
CREATE MACRO replacements_as_of(day) AS TABLE
    SELECT * EXCLUDE (latest)
    FROM (
        SELECT *, row_number() OVER (PARTITION BY claim_id ORDER BY decided_at DESC, replacement_id) AS latest
        FROM ledger.replacements
        WHERE utc_day(decided_at) <= day
    )
    WHERE latest = 1 AND replaced_by IS NOT NULL;
