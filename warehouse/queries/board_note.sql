-- The articles that rows of the live ledger concern which are not on the board yet: another appearance, another reading,
-- or a reviewer's word against a finding; and the versions before and after each, whose assertions are compared.
INSERT INTO ledger.concerned
WITH RECURSIVE touched AS (
    SELECT article_id FROM live.ledger.appearances ANTI JOIN ledger.appearances AS known USING (appearance_id)
    UNION
    SELECT article_id FROM live.ledger.extractions ANTI JOIN ledger.extractions AS known USING (extraction_id)
    UNION
    SELECT assertion.article_id
    FROM live.ledger.feedback AS remark
    ANTI JOIN ledger.feedback AS known USING (feedback_id)
    JOIN live.ledger.assertions AS assertion USING (claim_id)
),
beside AS (
    SELECT article_id, earlier_id AS other_id FROM live.ledger.lineage WHERE relation = 'version'
    UNION ALL
    SELECT earlier_id, article_id FROM live.ledger.lineage WHERE relation = 'version'
),
concerned AS (
    FROM touched
    UNION
    SELECT other_id FROM concerned JOIN beside USING (article_id)
)
FROM concerned
