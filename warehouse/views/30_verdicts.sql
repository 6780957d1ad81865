CREATE VIEW verdicts AS
SELECT
    verdict.* EXCLUDE (hash, previous_hash),
    verdict.verdict_id IN (SELECT verdict_id FROM standing_verdicts_as_of(DATE 'infinity')) AS is_standing,
    claim.claim_id IS NULL AS is_stray,
    claim.headline,
    claim.source,
    claim.resolve_by,
    claim.doc
FROM ledger.verdicts AS verdict
LEFT JOIN predictions AS claim USING (claim_id);
COMMENT ON VIEW verdicts IS
    'Every verdict ever given, the superseded ones too. is_stray: the newest reading no longer finds the prediction (its '
    'place or kind changed), so somebody has to see which one the verdict belongs to.';

CREATE VIEW resolutions AS SELECT * FROM resolutions_as_of(DATE 'infinity');
COMMENT ON VIEW resolutions IS
    'What became of each prediction that anybody judged: the outcome that most standing verdicts reached, one a reviewer. '
    'Where no outcome leads it is disputed: it stays open until another reviewer decides. The order makes no difference.';
