INSERT INTO ledger.articles BY NAME
SELECT article_id, text, language, regions, batch_id, run, ingested_at
FROM incoming
ANTI JOIN ledger.articles AS known USING (article_id)
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY "position") = 1
