-- Articles that no extractor has read on the assumption of the publication date that counts now.
-- Copies of what another outlet published are not read.
SELECT article.article_id, doc, text, title, publisher, authors, published, published_basis, language, regions
FROM articles AS article
ANTI JOIN ledger.extractions AS reading
    ON reading.article_id = article.article_id
    AND reading.model <> 'reviewer'
    AND reading.published IS NOT DISTINCT FROM article.published
ANTI JOIN ledger.lineage AS copy ON copy.article_id = article.article_id AND copy.relation = 'copy'
WHERE article.article_id > $after
ORDER BY article.article_id
LIMIT $limit
