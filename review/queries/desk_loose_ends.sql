FROM loose_ends ORDER BY decided_at
