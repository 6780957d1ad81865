-- A ledger of the articles concerned alone, without judgements: the board keeps those itself.
CREATE SCHEMA ledger;
CREATE VIEW ledger.settings AS FROM memory.ledger.settings;
CREATE VIEW ledger.lexicon AS FROM memory.ledger.lexicon;
CREATE VIEW ledger.topics AS FROM memory.ledger.topics;
CREATE VIEW ledger.articles AS FROM memory.ledger.articles SEMI JOIN memory.ledger.concerned USING (article_id);
CREATE VIEW ledger.appearances AS FROM memory.ledger.appearances SEMI JOIN memory.ledger.concerned USING (article_id);
CREATE VIEW ledger.extractions AS FROM memory.ledger.extractions SEMI JOIN memory.ledger.concerned USING (article_id);
CREATE VIEW ledger.assertions AS FROM memory.ledger.assertions SEMI JOIN memory.ledger.concerned USING (article_id);
CREATE VIEW ledger.lineage AS FROM memory.ledger.lineage SEMI JOIN memory.ledger.concerned USING (article_id);
CREATE VIEW ledger.feedback AS FROM memory.ledger.feedback;
CREATE VIEW ledger.verdicts AS FROM memory.ledger.verdicts WHERE false;
CREATE VIEW ledger.criteria AS FROM memory.ledger.criteria WHERE false;
CREATE VIEW ledger.replacements AS FROM memory.ledger.replacements WHERE false;
