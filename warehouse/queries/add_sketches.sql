-- The sketches of the texts that this batch has just added.
INSERT INTO ledger.sketches BY NAME
SELECT article_id, sample
FROM incoming
SEMI JOIN ledger.articles AS added USING (article_id, batch_id)
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY "position") = 1
