CREATE VIEW lexicon AS
SELECT lexicon.*, lexicon.scale = settings.scale AS is_chosen
FROM ledger.lexicon AS lexicon
CROSS JOIN ledger.settings AS settings;
COMMENT ON VIEW lexicon IS
    'What words of probability stand for, in every scale. is_chosen marks the scale under which everything is scored; '
    'FORESAID_LEXICON chooses another.';
