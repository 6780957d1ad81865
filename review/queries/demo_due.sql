SELECT reason AS why, due_on AS due, days_over, headline, source, likelihood
FROM due_on($1, 0)
WHERE stated_on <= $1
