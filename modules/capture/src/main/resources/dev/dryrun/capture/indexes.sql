-- Indexes of tables and materialised views by name, one row each. Keys, operator classes, collations
-- and options are lists by position; a key of 0 is an expression.
SELECT i.indrelid AS oid,
       i.indexrelid AS index_oid,
       ic.relname AS name,
       am.amname AS method,
       i.indnkeyatts AS key_count,
       i.indkey::text AS keys,
       i.indclass::text AS operator_classes,
       i.indcollation::text AS collations,
       i.indoption::text AS key_options,
       i.indisunique AS is_unique,
       false AS nulls_not_distinct, -- until 14
       i.indnullsnotdistinct AS nulls_not_distinct, -- since 15
       i.indpred IS NOT NULL AS partial,
       i.indisvalid AS valid,
       k.conname AS constraint_name,
       pn.nspname AS parent_schema,
       pc.relname AS parent_name,
       i.indisclustered AS clustered,
       i.indisreplident AS replica_identity,
       ic.reloptions AS options,
       ts.spcname AS tablespace,
       d.description AS comment
FROM pg_index i
JOIN pg_class ic ON ic.oid = i.indexrelid
JOIN pg_am am ON am.oid = ic.relam
JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_tablespace ts ON ts.oid = ic.reltablespace
LEFT JOIN pg_inherits parent ON parent.inhrelid = i.indexrelid
LEFT JOIN pg_class pc ON pc.oid = parent.inhparent
LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
LEFT JOIN pg_constraint k
       ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid
          AND k.contype IN ('p', 'u', 'x')
LEFT JOIN pg_description d
       ON d.objoid = i.indexrelid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
WHERE c.relkind IN ('r', 'p', 'm') AND i.indislive
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY i.indrelid, ic.relname COLLATE "C"
