-- A text comes from at most one other, which is there and is no copy itself; copies have not been read.
SELECT kin.article_id, kin.relation, kin.earlier_id, 'no such article, or itself' AS problem
FROM ledger.lineage AS kin
LEFT JOIN ledger.articles AS article USING (article_id)
LEFT JOIN ledger.articles AS earlier ON earlier.article_id = kin.earlier_id
WHERE article.article_id IS NULL OR earlier.article_id IS NULL OR kin.article_id = kin.earlier_id
UNION ALL
SELECT kin.article_id, kin.relation, kin.earlier_id, 'comes from a copy'
FROM ledger.lineage AS kin
JOIN ledger.lineage AS copy ON copy.article_id = kin.earlier_id AND copy.relation = 'copy'
UNION ALL
SELECT kin.article_id, kin.relation, kin.earlier_id, 'a copy that was read'
FROM ledger.lineage AS kin
SEMI JOIN ledger.extractions AS reading ON reading.article_id = kin.article_id
WHERE kin.relation = 'copy'
UNION ALL
SELECT article_id, any_value(relation), any_value(earlier_id), 'comes from several'
FROM ledger.lineage
GROUP BY article_id
HAVING count(*) > 1
