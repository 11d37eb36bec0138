-- As column_statistics, of what an owner lends together with what the role may read itself.
WITH lent AS MATERIALIZED (
    SELECT * FROM dryrun.column_statistics()
), known AS (
    SELECT lent.* FROM lent
    UNION ALL
    SELECT own.* FROM pg_stats own
    WHERE NOT EXISTS (SELECT FROM lent
                      WHERE lent.schemaname = own.schemaname AND lent.tablename = own.tablename
                        AND lent.attname = own.attname AND lent.inherited = own.inherited)
)
SELECT coalesce(i.indrelid, c.oid) AS oid, c.oid AS relation, s.*
FROM known s
JOIN pg_namespace n ON n.nspname = s.schemaname
JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.tablename
LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'f', 'i', 'I')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY coalesce(i.indrelid, c.oid), s.attname COLLATE "C", s.inherited
