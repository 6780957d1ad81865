-- Articles that no extractor has read on the assumption of the publication date that counts now.
SELECT article_id, doc, text, title, publisher, authors, published, published_basis, language, regions
FROM articles AS article
ANTI JOIN ledger.extractions AS reading
    ON reading.article_id = article.article_id
    AND reading.model <> 'reviewer'
    AND reading.published IS NOT DISTINCT FROM article.published
WHERE article_id > $after
ORDER BY article_id
LIMIT $limit
