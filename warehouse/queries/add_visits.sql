INSERT INTO ledger.visits BY NAME
SELECT visit_id, url, every_minutes, is_answered, new_documents, message, moved_to, batch_id, run, ingested_at
FROM incoming
ANTI JOIN ledger.visits AS known USING (visit_id)
QUALIFY row_number() OVER (PARTITION BY visit_id) = 1
