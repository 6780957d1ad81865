-- The record under one heading, by its name or the nearest spelling of it in capitals or small letters.
FROM scores WHERE dimension = $1 AND lower(name) = lower($2) ORDER BY name = $2 DESC, n DESC, name LIMIT 1
