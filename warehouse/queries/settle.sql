-- For a copy that is read many times between two changes: work out once what depends on the readings alone, and let the
-- macros answer with it. Verdicts, criteria and slips stay views, so that a new one shows at once.
CREATE TABLE ledger.current_findings AS FROM findings_as_of(DATE 'infinity') ORDER BY stated_on DESC, article_id, char_start;
CREATE TABLE ledger.current_articles AS FROM articles_as_of(DATE 'infinity') ORDER BY published;
CREATE TABLE ledger.current_meanings AS FROM cue_meanings();
CREATE OR REPLACE MACRO findings_as_of(day) AS TABLE FROM ledger.current_findings;
CREATE OR REPLACE MACRO articles_as_of(day) AS TABLE FROM ledger.current_articles;
CREATE OR REPLACE MACRO cue_meanings() AS TABLE FROM ledger.current_meanings;
