-- How the sources of articles were found whenever they were asked.

CREATE TABLE ledger.visits (
    visit_id VARCHAR,
    url VARCHAR,
    every_minutes INTEGER,
    is_answered BOOLEAN,
    new_documents INTEGER,
    message VARCHAR,
    moved_to VARCHAR,
    batch_id VARCHAR,
    run VARCHAR,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.visits IS
    'How each feed, sitemap or page was found when it was asked, so that one that falls silent is seen. '
    'One row a source and run.';
