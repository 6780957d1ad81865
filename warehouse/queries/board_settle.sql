-- Put what the articles concerned say now in the place of what they said before. Run in the catalogue `concerned`.
DELETE FROM memory.ledger.settled_topics WHERE claim_id IN (
    SELECT claim_id FROM memory.ledger.settled_claims SEMI JOIN memory.ledger.concerned USING (article_id)
);
DELETE FROM memory.ledger.settled_claims WHERE article_id IN (FROM memory.ledger.concerned);
DELETE FROM memory.ledger.settled_articles WHERE article_id IN (FROM memory.ledger.concerned);
INSERT INTO memory.ledger.settled_articles FROM articles_as_of(DATE 'infinity');
INSERT INTO memory.ledger.settled_claims SELECT *, review_by FROM as_of(DATE 'infinity');
INSERT INTO memory.ledger.settled_topics FROM claim_topics_as_of(DATE 'infinity');
TRUNCATE memory.ledger.concerned;
