-- The planner's statistics of the columns of tables and of the expressions of indexes, by the table;
-- "relation" is the table or the index. All columns of pg_stats, because they differ by version.
SELECT coalesce(i.indrelid, c.oid) AS oid, c.oid AS relation, s.*
FROM pg_stats s
JOIN pg_namespace n ON n.nspname = s.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'i', 'I')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY coalesce(i.indrelid, c.oid), s.attname COLLATE "C", s.inherited
