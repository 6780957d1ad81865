SELECT article_id, doc, title, publisher, authors, published, published_basis, language, text, regions, appearances
FROM articles
WHERE article_id = $article_id
