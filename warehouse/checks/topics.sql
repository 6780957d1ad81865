-- Each topic has each phrase once, and no phrase is without words.
SELECT 'topic' AS what, topic || ': ' || phrase AS id, 'a phrase is there twice' AS problem
FROM ledger.topics GROUP BY topic, phrase HAVING count(*) > 1
UNION ALL
SELECT 'topic', topic, 'a phrase has no words' FROM ledger.topics WHERE trim(as_words(phrase)) = '' OR trim(topic) = ''
