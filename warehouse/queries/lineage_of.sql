-- What is stored of where these texts come from.
SELECT article_id, relation, earlier_id, similarity FROM ledger.lineage WHERE list_contains($1, article_id)
