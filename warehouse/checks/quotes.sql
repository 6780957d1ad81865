-- Every quote is the article's text at its offsets.
SELECT assertion.extraction_id, assertion.claim_id, assertion.char_start, assertion.char_end, assertion.quote
FROM ledger.assertions AS assertion
JOIN ledger.articles AS article USING (article_id)
WHERE substring(article.text, assertion.char_start + 1, assertion.char_end - assertion.char_start) <> assertion.quote
