-- The columns that the views have; a file with verdicts may hold any of them.
SELECT DISTINCT column_name
FROM duckdb_columns()
WHERE NOT internal AND schema_name = 'main' AND database_name = current_database()
