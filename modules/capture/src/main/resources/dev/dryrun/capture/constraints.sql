-- Constraints of tables by name, one row each.
SELECT k.conrelid AS oid,
       k.oid AS constraint_oid,
       k.conname AS name,
       k.contype AS kind,
       array_to_string(k.conkey, ' ') AS keys,
       fn.nspname AS foreign_schema,
       fc.relname AS foreign_name,
       CASE WHEN k.contype = 'f' THEN
           ARRAY(SELECT a.attname::text
                 FROM unnest(k.confkey) WITH ORDINALITY AS key (attnum, position)
                 JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.attnum
                 ORDER BY key.position)
       END AS foreign_columns,
       k.confmatchtype = 'f' AS match_full,
       k.confupdtype AS on_update,
       k.confdeltype AS on_delete,
       NULL AS set_keys, -- until 14
       array_to_string(k.confdelsetcols, ' ') AS set_keys, -- since 15
       k.condeferrable AS is_deferrable,
       k.condeferred AS is_deferred,
       k.convalidated AS validated,
       true AS enforced, -- until 17
       k.conenforced AS enforced, -- since 18
       false AS temporal, -- until 17
       k.conperiod AS temporal, -- since 18
       k.contype IN ('c', 'n') AND k.connoinherit AS no_inherit,
       k.conislocal AS local,
       k.coninhcount AS parents,
       d.description AS comment
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class fc ON fc.oid = k.confrelid
LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_description d
       ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0
WHERE k.contype IN ('p', 'f', 'u', 'c', 'x', 'n')
  AND c.relkind IN ('r', 'p', 'f')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conrelid, k.conname COLLATE "C"
