FROM scores WHERE dimension = $dimension ORDER BY n DESC, predictions DESC, name LIMIT $limit
