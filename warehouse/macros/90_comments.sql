COMMENT ON MACRO utc_day IS 'The day of a moment in UTC: the same on every machine, whatever its time zone.';
COMMENT ON MACRO TABLE articles_as_of IS 'The view articles as it stood at the end of a day.';
COMMENT ON MACRO TABLE readings_as_of IS 'The newest reading of each article at the end of a day.';
COMMENT ON MACRO TABLE feedback_as_of IS 'What reviewers said against extractions, as it stood at the end of a day.';
COMMENT ON MACRO TABLE findings_as_of IS
    'What the newest readings found, less what reviewers rejected, plus their corrections, at the end of a day.';
COMMENT ON MACRO TABLE standing_verdicts_as_of IS
    'The verdicts that stood at the end of a day: not superseded and not taken back by then.';
COMMENT ON MACRO TABLE resolutions_as_of IS 'The view resolutions as it stood at the end of a day.';
COMMENT ON MACRO TABLE criteria_as_of IS 'What would settle each prediction, in the wording that held at the end of a day.';
COMMENT ON MACRO TABLE replacements_as_of IS 'Which prediction replaced which, as linked at the end of a day.';
COMMENT ON MACRO TABLE cue_meanings IS 'What each cue in the ledger stands for under the scale that is set.';
COMMENT ON MACRO TABLE as_of IS
    'The ledger as it stood at the end of a day: what had been ingested, extracted and decided by then. '
    'The columns are those of the view claims.';
COMMENT ON MACRO TABLE due_on IS
    'The open predictions that want a look on a day, and why; with ahead_days also those that fall due within as many '
    'days. The columns are those of the view due.';
COMMENT ON MACRO wilson_centre IS 'Centre of the 95 % Wilson interval of hits in n trials.';
COMMENT ON MACRO wilson_margin IS 'Half the width of the 95 % Wilson interval of hits in n trials.';
COMMENT ON MACRO wilson_low IS 'Low end of the 95 % Wilson interval of hits in n trials; null without a trial.';
COMMENT ON MACRO wilson_high IS 'High end of the 95 % Wilson interval of hits in n trials; null without a trial.';
COMMENT ON MACRO is_small IS 'Whether so few judged predictions say little.';
