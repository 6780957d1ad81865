FROM criteria WHERE claim_id = $claim_id ORDER BY decided_at
