-- Deparsed predicates of partial indexes. The parameter: relations left out, as locked.
SELECT i.indexrelid AS oid, pg_get_expr(i.indpred, i.indrelid) AS text
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE i.indpred IS NOT NULL AND i.indrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
