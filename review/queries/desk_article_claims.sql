SELECT claim_id, kind, headline, source, char_start, char_end, state, outcome, repeats, claim_id IN (FROM blind_to($reviewer)) AS is_blind
FROM claims
WHERE article_id = $article_id
ORDER BY char_start, char_end
