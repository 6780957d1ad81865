FROM failures ORDER BY ingested_at DESC LIMIT $limit
