-- Where texts come from: copies of what another outlet published, and newer versions of what was published before.

CREATE TABLE ledger.sketches (
    article_id VARCHAR,
    sample BIGINT[]
);
COMMENT ON TABLE ledger.sketches IS
    'A sample of the word sequences of each text, in ascending order, by which copies of it are found without reading '
    'it again. One row a text that is no copy itself; left out of the published copy.';

CREATE TABLE ledger.lineage (
    article_id VARCHAR,
    relation VARCHAR,
    earlier_id VARCHAR,
    similarity DOUBLE,
    batch_id VARCHAR,
    run VARCHAR,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.lineage IS
    'What was found, when a text came in, to be a copy of an earlier one, or a newer version of it. At most one row a '
    'text; a text that is new by itself has none.';
