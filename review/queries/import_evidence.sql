-- The stored articles that are given as evidence.
SELECT article_id, text, published FROM articles WHERE article_id IN (SELECT unnest($1))
