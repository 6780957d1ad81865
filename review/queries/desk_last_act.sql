-- What a reviewer did last and has not taken back: a verdict, or a word against an extraction.
SELECT 'verdict' AS act, claim_id, headline, outcome AS said, decided_at
FROM verdicts
WHERE reviewer = $reviewer AND is_standing
UNION ALL
SELECT 'feedback', claim_id, headline, reason, decided_at
FROM feedback
WHERE reviewer = $reviewer AND is_standing
ORDER BY decided_at DESC
LIMIT 1
