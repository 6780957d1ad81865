CREATE VIEW copies AS
SELECT
    copy.article_id,
    article.doc,
    article.title,
    article.publisher,
    article.authors,
    article.published,
    copy.similarity,
    copy.earlier_id AS original_id,
    original.doc AS original_doc,
    original.publisher AS original_publisher,
    copy.ingested_at
FROM lineage_as_of(DATE 'infinity') AS copy
JOIN articles AS article USING (article_id)
JOIN articles AS original ON original.article_id = copy.earlier_id
WHERE copy.relation = 'copy'
ORDER BY copy.earlier_id, copy.ingested_at, copy.article_id;
COMMENT ON VIEW copies IS
    'Texts that other outlets took over from what was published before (syndication), each with its own address, outlet '
    'and day. They are kept and not read: what they say is counted once, where it was said first.';

CREATE VIEW version_changes AS
SELECT
    change.article_id,
    change.change,
    coalesce(later.kind, earlier.kind) AS kind,
    coalesce(later.headline, earlier.headline) AS headline,
    earlier.quote AS earlier_quote,
    later.quote,
    earlier.resolve_by AS earlier_resolve_by,
    later.resolve_by,
    change.earlier_claim_id,
    change.claim_id
FROM changes_as_of(DATE 'infinity') AS change
LEFT JOIN claims AS later ON later.claim_id = change.claim_id
LEFT JOIN claims AS earlier ON earlier.claim_id = change.earlier_claim_id
ORDER BY change.article_id, coalesce(earlier.char_start, later.char_start), change.claim_id;
COMMENT ON VIEW version_changes IS
    'What became of each assertion from one version of an article to the next: kept, reworded, changed, dropped or new. '
    'What is kept or reworded counts once, as it was said first; what was dropped was said all the same, and counts.';

CREATE VIEW versions AS
SELECT
    version.article_id,
    article.doc,
    article.title,
    article.publisher,
    article.published,
    version.earlier_id,
    earlier.doc AS earlier_doc,
    earlier.published AS earlier_published,
    version.similarity,
    coalesce(counted.kept, 0) AS kept,
    coalesce(counted.reworded, 0) AS reworded,
    coalesce(counted.changed, 0) AS changed,
    coalesce(counted.dropped, 0) AS dropped,
    coalesce(counted.new, 0) AS new,
    version.ingested_at
FROM lineage_as_of(DATE 'infinity') AS version
JOIN articles AS article USING (article_id)
JOIN articles AS earlier ON earlier.article_id = version.earlier_id
LEFT JOIN (
    SELECT
        article_id,
        count(*) FILTER (change = 'kept') AS kept,
        count(*) FILTER (change = 'reworded') AS reworded,
        count(*) FILTER (change = 'changed') AS changed,
        count(*) FILTER (change = 'dropped') AS dropped,
        count(*) FILTER (change = 'new') AS new
    FROM changes_as_of(DATE 'infinity')
    GROUP BY article_id
) AS counted USING (article_id)
WHERE version.relation = 'version'
ORDER BY version.ingested_at, version.article_id;
COMMENT ON VIEW versions IS
    'Articles that were changed after they had been read: the newer text, the one before it, and what became of its '
    'assertions (in full: version_changes). All counts are 0 until both versions have been read.';
