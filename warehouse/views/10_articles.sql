CREATE VIEW articles AS SELECT * FROM articles_as_of(DATE 'infinity');
COMMENT ON VIEW articles IS
    'What was read, one row a text, with the appearance that counts: one whose date somebody gave, else the first whose '
    'date could be found, else the first of all. Where is_dated is false nothing relative to publication is resolved.';

CREATE VIEW appearances AS
SELECT appearance_id, article_id, address AS doc, title, publisher, authors, published, published_basis, run, ingested_at
FROM ledger.appearances;
COMMENT ON VIEW appearances IS
    'Every place, title and date under which a text was found. A text that appeared in ten outlets has ten rows.';

CREATE VIEW extractions AS
SELECT
    extraction_id,
    extraction.article_id,
    model,
    revision,
    published AS stated_on,
    sentences,
    tokens,
    coalesce(found.assertions, 0) AS assertions,
    dropped,
    extraction_id IN (SELECT extraction_id FROM readings_as_of(DATE 'infinity')) AS is_current,
    run,
    ingested_at AS extracted_at
FROM ledger.extractions AS extraction
LEFT JOIN (SELECT extraction_id, count(*) AS assertions FROM ledger.assertions GROUP BY ALL) AS found
    USING (extraction_id);
COMMENT ON VIEW extractions IS 'Every reading of every article, and whether it is the one that counts.';

CREATE VIEW failures AS
SELECT failure_id, address AS doc, stage, reason, message, run, ingested_at FROM ledger.failures;
COMMENT ON VIEW failures IS 'What did not get through, why, and what to do about it.';

CREATE VIEW runs AS
SELECT
    run,
    min(ingested_at) AS started_at,
    max(ingested_at) AS last_at,
    coalesce(sum(added) FILTER (content = 'articles'), 0)::BIGINT AS articles,
    coalesce(sum(added) FILTER (content = 'extractions'), 0)::BIGINT AS extractions,
    coalesce(sum(added) FILTER (content = 'failures'), 0)::BIGINT AS failures,
    count(*) AS batches
FROM ledger.batches
GROUP BY run;
COMMENT ON VIEW runs IS 'What each run of an ingest or an extraction added.';
