INSERT INTO ledger.appearances BY NAME
SELECT
    appearance_id, article_id, address, title, publisher, authors, published, published_basis,
    "position", batch_id, run, ingested_at
FROM incoming
ANTI JOIN ledger.appearances AS known USING (appearance_id)
QUALIFY row_number() OVER (PARTITION BY appearance_id ORDER BY "position") = 1
