INSERT INTO ledger.failures BY NAME
SELECT failure_id, address, stage, reason, message, batch_id, run, ingested_at
FROM incoming
ANTI JOIN ledger.failures AS known USING (failure_id)
QUALIFY row_number() OVER (PARTITION BY failure_id) = 1
