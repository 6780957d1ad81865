CREATE VIEW scored AS
WITH judged AS (
    SELECT
        *,
        -- An unlikely thing is predicted not to happen: its verdict is "confirmed" when it did not.
        CASE WHEN likelihood = 'unlikely' THEN 1 - probability_low ELSE probability_low END AS chance_at_low,
        CASE WHEN likelihood = 'unlikely' THEN 1 - probability_mid ELSE probability_mid END AS chance_at_mid,
        CASE WHEN likelihood = 'unlikely' THEN 1 - probability_high ELSE probability_high END AS chance_at_high,
        CASE outcome WHEN 'confirmed' THEN 1.0 WHEN 'partly' THEN 0.5 ELSE 0.0 END::DOUBLE AS came_true
    FROM predictions
    WHERE state = 'resolved' AND outcome <> 'void' AND repeats IS NULL
)
SELECT
    claim_id,
    headline,
    source,
    publisher,
    authors,
    horizon,
    cue_word,
    outcome,
    days_late,
    came_true,
    chance_at_low,
    chance_at_mid,
    chance_at_high,
    (chance_at_low - came_true) ** 2 AS brier_at_low,
    (chance_at_mid - came_true) ** 2 AS brier_at_mid,
    (chance_at_high - came_true) ** 2 AS brier_at_high,
    -(
        came_true * ln(greatest(0.01, least(0.99, chance_at_mid)))
        + (1 - came_true) * ln(1 - greatest(0.01, least(0.99, chance_at_mid)))
    ) AS log_score,
    -- Who expects nothing to change expects what is denied, or called unlikely, and nothing else.
    ((negated <> (likelihood = 'unlikely'))::DOUBLE - came_true) ** 2 AS brier_status_quo,
    2 * abs(chance_at_mid - 0.5) AS sharpness
FROM judged;
COMMENT ON VIEW scored IS
    'Every resolved prediction that counts in the scores, with its own scores. Void ones are left out, so a prediction '
    'whose condition was not met is neither right nor wrong; repetitions inside an article count once. Where something '
    'was called unlikely, confirmed means that it did not happen. Confirmed counts '
    '1, partly 1/2; wrong and late count 0, since the date was part of what was said (how late: days_late).';

CREATE VIEW facets AS
WITH counted AS (SELECT claim_id, source, publisher, authors, horizon, cue_word FROM predictions WHERE repeats IS NULL)
SELECT 'all' AS dimension, 'all' AS name, claim_id FROM counted
UNION ALL
SELECT 'source', source, claim_id FROM counted WHERE source <> 'author'
UNION ALL
SELECT 'publisher', publisher, claim_id FROM counted WHERE publisher IS NOT NULL
UNION ALL
SELECT 'author', unnest(authors), claim_id FROM counted WHERE source = 'author'
UNION ALL
SELECT 'topic', topic, claim_id FROM counted JOIN claim_topics USING (claim_id)
UNION ALL
SELECT 'horizon', horizon, claim_id FROM counted
UNION ALL
SELECT 'cue', cue_word, claim_id FROM counted;
COMMENT ON VIEW facets IS
    'Under which headings each prediction is counted. An author answers for what the article says in its own voice, a '
    'named source for what it is quoted with, a publisher for all that it printed. A prediction may have several topics.';

CREATE VIEW scores AS
WITH base AS (SELECT favg(came_true) AS base_rate FROM scored)
SELECT
    facet.dimension,
    facet.name,
    count(*) AS predictions,
    favg(CASE
        WHEN prediction.outcome = 'void' AND prediction.condition IS NULL THEN 0.0
        WHEN prediction.outcome IN ('confirmed', 'wrong', 'late', 'partly') THEN 1.0
        ELSE (prediction.resolve_by IS NOT NULL)::DOUBLE
    END) AS resolvability,
    count(*) FILTER (prediction.state = 'disputed') AS disputed,
    count(*) FILTER (prediction.outcome = 'void') AS void,
    count(score.claim_id) AS n,
    is_small(count(score.claim_id)) AS is_small_sample,
    count(*) FILTER (score.outcome = 'confirmed') AS confirmed,
    count(*) FILTER (score.outcome = 'partly') AS partly,
    count(*) FILTER (score.outcome = 'late') AS late,
    count(*) FILTER (score.outcome = 'wrong') AS wrong,
    favg(score.came_true) AS hit_rate,
    wilson_low(fsum(score.came_true), count(score.claim_id)) AS hit_rate_low,
    wilson_high(fsum(score.came_true), count(score.claim_id)) AS hit_rate_high,
    favg(score.brier_at_low) AS brier_at_low,
    favg(score.brier_at_mid) AS brier_at_mid,
    favg(score.brier_at_high) AS brier_at_high,
    favg(score.log_score) AS log_score,
    any_value(base.base_rate) AS base_rate,
    favg((base.base_rate - score.came_true) ** 2) AS brier_base_rate,
    favg(score.brier_status_quo) AS brier_status_quo,
    favg(score.sharpness) AS sharpness,
    favg(CASE score.outcome WHEN 'late' THEN score.days_late WHEN 'confirmed' THEN 0 END) AS slippage_days
FROM facets AS facet
JOIN predictions AS prediction USING (claim_id)
LEFT JOIN scored AS score USING (claim_id)
CROSS JOIN base
GROUP BY facet.dimension, facet.name
ORDER BY facet.dimension, n DESC, predictions DESC, facet.name;
COMMENT ON VIEW scores IS
    'The track record: one row for everything, and one for each source, publisher, author, topic, horizon and '
    'word of probability. n is how many judged predictions a figure rests on; where is_small_sample is true, say so. Confirmed '
    'counts 1, partly 1/2, wrong and late 0; void is left out. Brier scores: 0 is perfect, 0.25 is what always saying '
    'fifty-fifty gets; compare brier_at_mid with brier_base_rate and brier_status_quo.';

CREATE VIEW calibration AS
WITH binned AS (
    SELECT facet.dimension, facet.name, score.*, least(9, floor(round(score.chance_at_mid * 10, 6)))::INTEGER AS bin
    FROM facets AS facet
    JOIN scored AS score USING (claim_id)
)
SELECT
    dimension,
    name,
    bin / 10.0::DOUBLE AS bin_from,
    (bin + 1) / 10.0::DOUBLE AS bin_to,
    count(*) AS n,
    is_small(count(*)) AS is_small_sample,
    favg(chance_at_mid) AS chance_at_mid,
    favg(came_true) AS hit_rate,
    wilson_low(fsum(came_true), count(*)) AS hit_rate_low,
    wilson_high(fsum(came_true), count(*)) AS hit_rate_high
FROM binned
GROUP BY dimension, name, bin
ORDER BY dimension, name, bin;
COMMENT ON VIEW calibration IS
    'Of the predictions whose words stood for some 70 %, how many came true? One row a tenth of probability, for each '
    'heading of scores; well calibrated is where hit_rate is near chance_at_mid.';
