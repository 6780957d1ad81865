-- Which topics the claims of a day belong to, by the topics that are set now. A phrase with * at its end is looked for with
-- nothing said of where its last word ends.
CREATE MACRO claim_topics_as_of(day) AS TABLE
    WITH said AS (
        SELECT claim_id, as_words(title) || '|' || as_words(headline) || '|' || as_words(quote) AS words FROM as_of(day)
    ),
    sought AS (
        SELECT topic, if(phrase LIKE '%*', rtrim(as_words(phrase)), as_words(phrase)) AS words FROM ledger.topics
    )
    SELECT DISTINCT said.claim_id, sought.topic
    FROM said
    JOIN sought ON contains(said.words, sought.words);
