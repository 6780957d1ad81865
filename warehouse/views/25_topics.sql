CREATE VIEW claim_topics AS SELECT * FROM claim_topics_as_of(DATE 'infinity');
COMMENT ON VIEW claim_topics IS
    'Which topics each claim belongs to: those of which a phrase stands, as whole words and without regard to case and '
    'punctuation, in its quote, its headline or the title of its article. A claim may have several, or none.';

CREATE VIEW topics AS
WITH phrases AS (SELECT topic, list(phrase ORDER BY phrase) AS phrases FROM ledger.topics GROUP BY topic),
said AS (
    SELECT
        topic,
        count(*) AS assertions,
        count(*) FILTER (kind = 'prediction') AS predictions,
        count(*) FILTER (state = 'resolved') AS resolved,
        count(DISTINCT article_id) AS articles,
        min(stated_on) AS first_stated_on,
        max(stated_on) AS last_stated_on
    FROM claims
    JOIN claim_topics USING (claim_id)
    WHERE repeats IS NULL
    GROUP BY topic
)
SELECT
    topic,
    phrases.phrases,
    coalesce(assertions, 0) AS assertions,
    coalesce(predictions, 0) AS predictions,
    coalesce(resolved, 0) AS resolved,
    coalesce(articles, 0) AS articles,
    first_stated_on,
    last_stated_on
FROM phrases
LEFT JOIN said USING (topic)
ORDER BY predictions DESC, assertions DESC, topic;
COMMENT ON VIEW topics IS
    'What is followed, by which phrases it is recognised, and how much is said of it. `foresaid import topics` sets other '
    'topics. Which claims belong to one: claim_topics. How well it is foretold: scores.';
