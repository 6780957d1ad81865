-- The rows of a warehouse again and again under other ids, as many times as the table `times` has numbers. Straight into
-- the tables, because making a million records takes longer than everything that is measured on them.
CREATE TEMP MACRO again(id, number) AS left(id, 3) || left(md5(id || '-' || number), 20);

INSERT INTO ledger.batches
SELECT batches.* REPLACE (
    again(batch_id, number) AS batch_id
) FROM ledger.batches CROSS JOIN times;

INSERT INTO ledger.articles
SELECT articles.* REPLACE (
    again(article_id, number) AS article_id,
    text || ' ' || number AS text,
    again(batch_id, number) AS batch_id
) FROM ledger.articles CROSS JOIN times;

INSERT INTO ledger.sketches
SELECT sketches.* REPLACE (
    again(article_id, number) AS article_id,
    list_sort(list_transform(sample, lambda one: (one * 31 + number * 7919) % 268435456)) AS sample
) FROM ledger.sketches CROSS JOIN times;

INSERT INTO ledger.appearances
SELECT appearances.* REPLACE (
    again(appearance_id, number) AS appearance_id,
    again(article_id, number) AS article_id,
    address || '-' || number AS address,
    title || ' ' || number AS title,
    again(batch_id, number) AS batch_id
) FROM ledger.appearances CROSS JOIN times;

INSERT INTO ledger.extractions
SELECT extractions.* REPLACE (
    again(extraction_id, number) AS extraction_id,
    again(article_id, number) AS article_id,
    again(batch_id, number) AS batch_id
) FROM ledger.extractions CROSS JOIN times;

INSERT INTO ledger.assertions
SELECT assertions.* REPLACE (
    again(extraction_id, number) AS extraction_id,
    again(claim_id, number) AS claim_id,
    again(article_id, number) AS article_id
) FROM ledger.assertions CROSS JOIN times;
