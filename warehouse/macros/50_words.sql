-- What the cues of the ledger stand for under the scale that is set. A cue is looked up as it is, else by the longest
-- word of the scale that it contains ("is very likely to" -> "very likely"), else by its likelihood class. A cue with a
-- negation in it is only looked up as it is or by class: "not likely" is not "likely".
CREATE MACRO cue_meanings() AS TABLE
    WITH scale AS (
        SELECT lexicon.* FROM ledger.lexicon AS lexicon JOIN ledger.settings AS settings USING (scale)
    ),
    cues AS (
        SELECT DISTINCT cue, likelihood FROM ledger.assertions WHERE kind = 'prediction'
    ),
    found AS (
        SELECT cues.cue, cues.likelihood, scale.word, scale.low, scale.mid, scale.high
        FROM cues
        JOIN scale ON
            scale.word = lower(cues.cue)
            OR (
                contains(' ' || lower(cues.cue) || ' ', ' ' || scale.word || ' ')
                AND NOT regexp_matches(lower(cues.cue), '\b(not|no|never|hardly)\b|n[''’]t\b')
            )
        QUALIFY row_number() OVER (
            PARTITION BY cues.cue, cues.likelihood
            ORDER BY scale.word = lower(cues.cue) DESC, length(scale.word) DESC, scale.word
        ) = 1
    )
    SELECT
        cues.cue,
        cues.likelihood,
        coalesce(found.word, class.word) AS cue_word,
        coalesce(found.low, class.low) AS low,
        coalesce(found.mid, class.mid) AS mid,
        coalesce(found.high, class.high) AS high
    FROM cues
    LEFT JOIN found ON found.cue = cues.cue AND found.likelihood = cues.likelihood
    LEFT JOIN scale AS class ON class.word = 'class:' || cues.likelihood;
