-- What the articles concerned say now, worked out beside the board. Run in the catalogue `concerned`.
CREATE TEMP TABLE found_articles AS FROM articles_as_of(DATE 'infinity');
CREATE TEMP TABLE found_claims AS SELECT *, review_by AS found_review_by FROM as_of(DATE 'infinity');
CREATE TEMP TABLE found_topics AS FROM claim_topics_as_of(DATE 'infinity');
