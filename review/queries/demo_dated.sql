SELECT stated_on AS stated, kind, headline, source, "time" AS words, t_from AS "from", t_to AS "to", likelihood
FROM claims
WHERE t_to BETWEEN DATE '2017-01-01' AND DATE '2017-03-31' AND "time" IS NOT NULL AND repeats IS NULL
ORDER BY stated_on, doc, char_start
