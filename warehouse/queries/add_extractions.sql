INSERT INTO ledger.extractions BY NAME
SELECT *
FROM incoming
ANTI JOIN ledger.extractions AS known USING (extraction_id)
QUALIFY row_number() OVER (PARTITION BY extraction_id) = 1
