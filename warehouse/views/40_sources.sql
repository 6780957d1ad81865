CREATE VIEW sources AS
SELECT
    source,
    count(*) AS assertions,
    count(*) FILTER (kind = 'prediction') AS predictions,
    count(*) FILTER (kind = 'prediction' AND resolve_by IS NOT NULL) AS dated_predictions,
    count(*) FILTER (state = 'resolved') AS resolved,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT publisher) AS publishers,
    min(stated_on) AS first_stated_on,
    max(stated_on) AS last_stated_on
FROM claims
WHERE repeats IS NULL
GROUP BY source
ORDER BY predictions DESC, assertions DESC, source;
COMMENT ON VIEW sources IS
    'Who asserts things, and how much: one row a source, "author" for articles'' own voice. How well they did: scores.';
