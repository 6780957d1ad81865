SELECT 1 FROM ledger.batches WHERE batch_id = $1 LIMIT 1
