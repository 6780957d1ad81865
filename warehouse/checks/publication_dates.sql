-- A publication date has a basis exactly when it is known.
SELECT appearance_id, article_id, published, published_basis
FROM ledger.appearances
WHERE (published IS NULL) <> (published_basis = 'unknown')
