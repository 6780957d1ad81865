INSERT INTO ledger.lineage BY NAME FROM incoming
