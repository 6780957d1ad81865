-- The sketches of the texts that this batch has just added. Copies need none: what is copied from them is copied from
-- their original.
INSERT INTO ledger.sketches BY NAME
SELECT article_id, sample
FROM incoming
SEMI JOIN ledger.articles AS added USING (article_id, batch_id)
ANTI JOIN ledger.lineage AS copy ON copy.article_id = incoming.article_id AND copy.relation = 'copy'
QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY "position") = 1
