-- The settings and the head of the chain are one row each, and the chosen scale exists.
SELECT 'settings' AS "table", count(*) AS rows FROM ledger.settings HAVING count(*) <> 1
UNION ALL
SELECT 'chain', count(*) FROM ledger.chain HAVING count(*) <> 1
UNION ALL
SELECT 'lexicon', 0 FROM ledger.settings WHERE scale NOT IN (SELECT scale FROM ledger.lexicon)
