-- The names under one heading that are most like a name.
SELECT DISTINCT name
FROM facets
WHERE dimension = $1
ORDER BY jaro_winkler_similarity(lower(name), lower($2)) DESC, name
LIMIT 3
