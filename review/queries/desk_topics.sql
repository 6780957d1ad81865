-- The topics that are followed.
SELECT DISTINCT topic FROM ledger.topics ORDER BY topic
