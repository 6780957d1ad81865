-- Run before the readings themselves are added: a reading is there with all that it found, or not at all.
INSERT INTO ledger.assertions BY NAME
SELECT *
FROM incoming
ANTI JOIN ledger.extractions AS known USING (extraction_id)
QUALIFY row_number() OVER (PARTITION BY extraction_id, claim_id) = 1
