-- Closed lists hold what the project's vocabulary allows, and nothing else.
WITH allowed AS (
    SELECT unnest(map_entries(MAP {
        'kind': ['claim', 'prediction'],
        'likelihood': ['certain', 'likely', 'possible', 'unlikely'],
        'basis': ['explicit', 'relative', 'inherited', 'none'],
        'granularity': [
            'day', 'week', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century', 'range', 'none'
        ],
        'published_basis': ['given', 'field', 'metadata', 'text', 'unknown'],
        'stage': ['read', 'extract', 'store'],
        'outcome': ['confirmed', 'wrong', 'late', 'partly', 'void', 'withdrawn'],
        'reason': [
            'not_an_assertion', 'wrong_kind', 'wrong_span', 'wrong_date', 'wrong_source', 'wrong_likelihood', 'duplicate'
        ]
    })) AS list
),
used AS (
    SELECT 'kind' AS vocabulary, kind AS word FROM ledger.assertions
    UNION SELECT 'likelihood', likelihood FROM ledger.assertions
    UNION SELECT 'basis', basis FROM ledger.assertions
    UNION SELECT 'granularity', granularity FROM ledger.assertions
    UNION SELECT 'published_basis', published_basis FROM ledger.appearances
    UNION SELECT 'stage', stage FROM ledger.failures
    UNION SELECT 'outcome', outcome FROM ledger.verdicts
    UNION SELECT 'reason', reason FROM ledger.feedback WHERE reason IS NOT NULL
)
SELECT used.vocabulary, used.word
FROM used
JOIN allowed ON allowed.list.key = used.vocabulary
WHERE NOT list_contains(allowed.list.value, used.word)
