-- Where texts come from, as known at the end of a day.
CREATE MACRO lineage_as_of(day) AS TABLE FROM ledger.lineage WHERE utc_day(ingested_at) <= day;

-- The words of a text in lower case, and those of them with a figure in it.
CREATE MACRO words_of(said) AS regexp_extract_all(lower(said), '[\p{L}\p{N}]+');
CREATE MACRO figures_of(words) AS list_sort(list_filter(words, lambda word: regexp_matches(word, '[0-9]')));

-- What became of each assertion from one version of an article to the next, at the end of a day, where both have been
-- read. Each is paired with the one that has most of its words, and at least half. It is kept (the same words), reworded
-- (the same date, figures and polarity in other words) or changed (another date, figure or polarity); what has no pair
-- is dropped or new.
CREATE MACRO changes_as_of(day) AS TABLE
    WITH versions AS (
        SELECT version.article_id, version.earlier_id
        FROM lineage_as_of(day) AS version
        SEMI JOIN readings_as_of(day) AS later ON later.article_id = version.article_id
        SEMI JOIN readings_as_of(day) AS earlier ON earlier.article_id = version.earlier_id
        WHERE relation = 'version'
    ),
    found AS (
        SELECT claim_id, article_id, kind, t_from, t_to, negated, words_of(quote) AS words
        FROM findings_as_of(day)
        WHERE repeats IS NULL AND article_id IN (SELECT article_id FROM versions UNION SELECT earlier_id FROM versions)
    ),
    compared AS (
        SELECT
            later.article_id,
            later.claim_id,
            earlier.claim_id AS earlier_claim_id,
            later.words = earlier.words AS is_kept,
            len(list_intersect(later.words, earlier.words))
                / len(list_distinct(list_concat(later.words, earlier.words))) AS likeness,
            later.t_from IS NOT DISTINCT FROM earlier.t_from
                AND later.t_to IS NOT DISTINCT FROM earlier.t_to
                AND later.negated = earlier.negated
                AND figures_of(later.words) = figures_of(earlier.words) AS is_same
        FROM versions
        JOIN found AS later ON later.article_id = versions.article_id
        JOIN found AS earlier ON earlier.article_id = versions.earlier_id AND earlier.kind = later.kind
    ),
    ranked AS (
        SELECT
            *,
            row_number() OVER (
                PARTITION BY article_id, claim_id ORDER BY is_kept DESC, likeness DESC, earlier_claim_id
            ) AS place,
            row_number() OVER (
                PARTITION BY article_id, earlier_claim_id ORDER BY is_kept DESC, likeness DESC, claim_id
            ) AS earlier_place
        FROM compared
        WHERE likeness >= 0.5
    ),
    paired AS (SELECT * FROM ranked WHERE place = 1 AND earlier_place = 1)
    SELECT
        article_id,
        CASE WHEN is_kept THEN 'kept' WHEN is_same THEN 'reworded' ELSE 'changed' END AS change,
        claim_id,
        earlier_claim_id
    FROM paired
    UNION ALL
    SELECT versions.article_id, 'dropped', NULL, earlier.claim_id
    FROM versions
    JOIN found AS earlier ON earlier.article_id = versions.earlier_id
    ANTI JOIN paired ON paired.article_id = versions.article_id AND paired.earlier_claim_id = earlier.claim_id
    UNION ALL
    SELECT versions.article_id, 'new', later.claim_id, NULL
    FROM versions
    JOIN found AS later ON later.article_id = versions.article_id
    ANTI JOIN paired ON paired.article_id = versions.article_id AND paired.claim_id = later.claim_id;
