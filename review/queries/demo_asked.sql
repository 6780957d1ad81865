SELECT publisher, count(*) AS predictions, count(resolve_by) AS dated, round(count(resolve_by) / count(*), 2) AS share_dated
FROM predictions
GROUP BY publisher
ORDER BY predictions DESC
