-- The ledger: what was read, what was found in it, what reviewers decided. Rows are added, never changed.
--
-- Portable on purpose: no keys, no foreign keys, no checks, no enums, no secondary indexes, so that the same statements
-- build a DuckLake. Uniqueness and references are held by checks/*.sql, vocabularies by the records of schemas/.
-- The three exceptions to "never changed" are control rows of one line each: settings, chain, and the lexicon.

CREATE SCHEMA ledger;

CREATE TABLE ledger.migrations (
    number INTEGER,
    name VARCHAR,
    checksum VARCHAR,
    applied_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.migrations IS 'The numbered steps that built this file. One row a step.';

CREATE TABLE ledger.settings (
    scale VARCHAR,
    definitions VARCHAR
);
COMMENT ON TABLE ledger.settings IS 'What this warehouse is set to. Exactly one row.';
INSERT INTO ledger.settings VALUES ('survey', '');

CREATE TABLE ledger.batches (
    batch_id VARCHAR,
    content VARCHAR,
    run VARCHAR,
    given INTEGER,
    added INTEGER,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.batches IS
    'The units of writing. A batch is here exactly when all of it is; a second one with the same id adds nothing.';

CREATE TABLE ledger.articles (
    article_id VARCHAR,
    text VARCHAR,
    language VARCHAR,
    regions STRUCT(char_start INTEGER, char_end INTEGER, kind VARCHAR)[],
    batch_id VARCHAR,
    run VARCHAR,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.articles IS
    'The texts, exactly as read: every offset of every table points into them. One row a text, wherever it appeared.';

CREATE TABLE ledger.appearances (
    appearance_id VARCHAR,
    article_id VARCHAR,
    address VARCHAR,
    title VARCHAR,
    publisher VARCHAR,
    authors VARCHAR[],
    published DATE,
    published_basis VARCHAR,
    position INTEGER,
    batch_id VARCHAR,
    run VARCHAR,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.appearances IS
    'Where and under which title, publisher, authors and date a text was found. '
    'The same finding again is not a row; another date or title at the same address is.';

CREATE TABLE ledger.failures (
    failure_id VARCHAR,
    address VARCHAR,
    stage VARCHAR,
    reason VARCHAR,
    message VARCHAR,
    batch_id VARCHAR,
    run VARCHAR,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.failures IS 'What did not get through, why, and what to do about it. One row a document and run.';

CREATE TABLE ledger.extractions (
    extraction_id VARCHAR,
    article_id VARCHAR,
    model VARCHAR,
    revision VARCHAR,
    published DATE,
    sentences INTEGER,
    tokens INTEGER,
    dropped STRUCT(char_start INTEGER, char_end INTEGER, reason VARCHAR, detail VARCHAR)[],
    batch_id VARCHAR,
    run VARCHAR,
    ingested_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.extractions IS
    'The readings: one article read by one revision of one model, on the assumption of one publication date. '
    'A reviewer''s correction is a reading too, by the model "reviewer".';

CREATE TABLE ledger.assertions (
    extraction_id VARCHAR,
    claim_id VARCHAR,
    article_id VARCHAR,
    kind VARCHAR,
    sentence INTEGER,
    char_start INTEGER,
    char_end INTEGER,
    quote VARCHAR,
    headline VARCHAR,
    source VARCHAR,
    source_quote VARCHAR,
    stated_on DATE,
    "time" VARCHAR,
    t_from DATE,
    t_to DATE,
    granularity VARCHAR,
    basis VARCHAR,
    cue VARCHAR,
    likelihood VARCHAR,
    negated BOOLEAN,
    condition VARCHAR,
    repeats VARCHAR,
    resolve_by DATE,
    review_by DATE,
    model_score DOUBLE
);
COMMENT ON TABLE ledger.assertions IS
    'What the readings found, claims and predictions, with their exact words and place. One row a finding and reading.';

CREATE TABLE ledger.verdicts (
    position BIGINT,
    verdict_id VARCHAR,
    claim_id VARCHAR,
    extraction_id VARCHAR,
    outcome VARCHAR,
    reviewer VARCHAR,
    evidence_url VARCHAR,
    evidence_article_id VARCHAR,
    evidence_quote VARCHAR,
    evidence_dated DATE,
    note VARCHAR,
    days_late INTEGER,
    supersedes VARCHAR,
    decided_at TIMESTAMPTZ,
    previous_hash VARCHAR,
    hash VARCHAR
);
COMMENT ON TABLE ledger.verdicts IS
    'What reviewers decided, in the order in which they did. Each row carries the hash of the one before; '
    'taking a verdict back is one more row.';

CREATE TABLE ledger.chain (
    verdicts BIGINT,
    hash VARCHAR
);
COMMENT ON TABLE ledger.chain IS
    'Length and last hash of the ledger of verdicts, so that a loss at its end is seen too. Exactly one row.';
INSERT INTO ledger.chain VALUES (0, '');

CREATE TABLE ledger.feedback (
    feedback_id VARCHAR,
    claim_id VARCHAR,
    reason VARCHAR,
    reviewer VARCHAR,
    note VARCHAR,
    corrected_by VARCHAR,
    supersedes VARCHAR,
    decided_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.feedback IS
    'What reviewers say is wrong with an extraction (not with the prediction), and the reading that corrects it.';

CREATE TABLE ledger.criteria (
    criterion_id VARCHAR,
    claim_id VARCHAR,
    criterion VARCHAR,
    review_by DATE,
    reviewer VARCHAR,
    supersedes VARCHAR,
    decided_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.criteria IS
    'What would settle a prediction, as agreed before it was settled, and when to look next. Every wording is kept.';

CREATE TABLE ledger.replacements (
    replacement_id VARCHAR,
    claim_id VARCHAR,
    replaced_by VARCHAR,
    reviewer VARCHAR,
    note VARCHAR,
    decided_at TIMESTAMPTZ
);
COMMENT ON TABLE ledger.replacements IS
    'Slips: the prediction that was put off, and the later one that took its place ("delayed to"). '
    'A row without a replacement takes the link back.';

CREATE TABLE ledger.lexicon (
    scale VARCHAR,
    word VARCHAR,
    low DOUBLE,
    mid DOUBLE,
    high DOUBLE,
    source VARCHAR
);
COMMENT ON TABLE ledger.lexicon IS
    'What words of probability stand for, in several scales. A word "class:likely" stands for cues that the scale lacks.';
