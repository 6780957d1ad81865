FROM runs ORDER BY last_at DESC LIMIT $limit
