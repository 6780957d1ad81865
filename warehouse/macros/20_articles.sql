-- Articles as known at the end of a day, each with the appearance that counts: one whose date somebody gave, else the
-- first whose date could be found, else the first of all.
CREATE MACRO articles_as_of(day) AS TABLE
    WITH ranked AS (
        SELECT
            *,
            row_number() OVER (
                PARTITION BY article_id
                ORDER BY published IS NULL, published_basis <> 'given', ingested_at, "position", appearance_id
            ) AS place,
            count(*) OVER (PARTITION BY article_id) AS appearances
        FROM ledger.appearances
        WHERE utc_day(ingested_at) <= day
    )
    SELECT
        article.article_id,
        counting.address AS doc,
        counting.title,
        counting.publisher,
        counting.authors,
        counting.published,
        counting.published_basis,
        counting.published IS NOT NULL AS is_dated,
        article.language,
        length(article.text) AS characters,
        counting.appearances,
        article.text,
        article.regions,
        article.run,
        article.ingested_at
    FROM ledger.articles AS article
    JOIN ranked AS counting ON counting.article_id = article.article_id AND counting.place = 1
    WHERE utc_day(article.ingested_at) <= day;
