-- What is followed. A topic is a list of words and phrases, so that everybody can see why something belongs to it.

CREATE TABLE ledger.topics (
    topic VARCHAR,
    phrase VARCHAR
);
COMMENT ON TABLE ledger.topics IS
    'The topics, one row a word or phrase by which what is said is recognised. Like the lexicon it is not a record of '
    'what happened: `foresaid import topics` replaces it, and everything is then counted by the new one.';
