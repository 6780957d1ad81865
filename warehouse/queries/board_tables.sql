-- What the board has settled, and the views that answer with it. Settled are the articles and claims as they count now,
-- with what became of them; found_review_by is the review date before any that a reviewer set.
CREATE TABLE ledger.concerned (article_id VARCHAR);
CREATE TABLE ledger.settled_articles AS FROM articles_as_of(DATE 'infinity');
CREATE TABLE ledger.settled_claims AS SELECT *, review_by AS found_review_by FROM as_of(DATE 'infinity');
CREATE TABLE ledger.settled_topics AS FROM claim_topics_as_of(DATE 'infinity');

CREATE OR REPLACE MACRO articles_as_of(day) AS TABLE FROM ledger.settled_articles;
CREATE OR REPLACE MACRO as_of(day) AS TABLE SELECT * EXCLUDE (found_review_by) FROM ledger.settled_claims;
CREATE OR REPLACE MACRO claim_topics_as_of(day) AS TABLE FROM ledger.settled_topics;
