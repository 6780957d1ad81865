SELECT topic FROM claim_topics WHERE claim_id = $claim_id ORDER BY topic
