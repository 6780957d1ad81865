-- Every macro of the warehouse with its comment.
SELECT DISTINCT function_name, parameters, comment, function_type
FROM duckdb_functions()
WHERE NOT internal AND schema_name = 'main' AND database_name = current_database()
ORDER BY function_type DESC, function_name
