-- Put what the articles concerned say now in the place of what they said before.
DELETE FROM ledger.settled_topics WHERE claim_id IN (
    SELECT claim_id FROM ledger.settled_claims SEMI JOIN ledger.concerned USING (article_id)
);
DELETE FROM ledger.settled_claims WHERE article_id IN (FROM ledger.concerned);
DELETE FROM ledger.settled_articles WHERE article_id IN (FROM ledger.concerned);
INSERT INTO ledger.settled_articles FROM found_articles;
INSERT INTO ledger.settled_claims FROM found_claims;
INSERT INTO ledger.settled_topics FROM found_topics;
TRUNCATE ledger.concerned;
