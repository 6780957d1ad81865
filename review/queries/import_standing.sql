-- The verdicts on claims that stand, with all fields of the ledger.
SELECT * FROM standing_verdicts_as_of(DATE 'infinity') WHERE claim_id IN (SELECT unnest($1))
