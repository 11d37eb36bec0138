-- Deparsed expressions of indexes, in their order. The parameter: relations left out, as locked.
SELECT i.indexrelid AS oid,
       ARRAY(SELECT pg_get_indexdef(i.indexrelid, position, false)
             FROM generate_series(1, i.indnkeyatts) AS position
             WHERE i.indkey[position - 1] = 0
             ORDER BY position) AS texts
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE i.indexprs IS NOT NULL AND i.indrelid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
