-- Every relation of the warehouse with its comment, one row a column.
SELECT
    columns.schema_name,
    columns.table_name,
    coalesce(tables.comment, views.comment) AS table_comment,
    columns.column_name,
    replace(columns.data_type, 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMPTZ') AS data_type,
    columns.comment AS column_comment
FROM duckdb_columns() AS columns
LEFT JOIN duckdb_tables() AS tables USING (database_name, schema_name, table_name)
LEFT JOIN duckdb_views() AS views
    ON views.database_name = columns.database_name
    AND views.schema_name = columns.schema_name
    AND views.view_name = columns.table_name
WHERE NOT columns.internal AND columns.database_name = current_database()
ORDER BY columns.schema_name DESC, columns.table_name, columns.column_index
