-- How far the live ledger has come. It only grows, so counts tell; a changed setting changes what cues stand for.
SELECT
    {
        'batches': (SELECT count(*) FROM live.ledger.batches),
        'feedback': (SELECT count(*) FROM live.ledger.feedback),
        'settings': (SELECT scale || definitions FROM live.ledger.settings)
    } AS readings,
    {
        'verdicts': (SELECT verdicts FROM live.ledger.chain),
        'criteria': (SELECT count(*) FROM live.ledger.criteria),
        'replacements': (SELECT count(*) FROM live.ledger.replacements)
    } AS judgements
