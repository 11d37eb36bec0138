-- Indexes of tables by name, one row each. A key is a column's name, or, where the position has no
-- column, the expression; "expressions" says which is which.
SELECT i.indrelid AS oid,
       ic.relname AS name,
       am.amname AS method,
       ARRAY(SELECT coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, position, false))
             FROM generate_series(1, i.indnkeyatts) AS position
             LEFT JOIN pg_attribute a
                    ON a.attrelid = i.indrelid AND a.attnum = i.indkey[position - 1]
                       AND a.attnum <> 0
             ORDER BY position) AS keys,
       ARRAY(SELECT i.indkey[position - 1] = 0
             FROM generate_series(1, i.indnkeyatts) AS position
             ORDER BY position) AS expressions,
       ARRAY(SELECT a.attname::text
             FROM generate_series(i.indnkeyatts + 1, i.indnatts) AS position
             JOIN pg_attribute a
               ON a.attrelid = i.indrelid AND a.attnum = i.indkey[position - 1]
             ORDER BY position) AS include,
       i.indisunique AS is_unique,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       i.indisvalid AS valid,
       k.conname AS constraint_name,
       pg_get_indexdef(i.indexrelid) AS definition,
       d.description AS comment
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_constraint k
       ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid
          AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_description d
       ON d.objoid = i.indexrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
WHERE c.relkind IN ('r', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY i.indrelid, ic.relname COLLATE "C"
