-- Constraints of tables by name, one row each.
SELECT k.conrelid AS oid,
       k.conname AS name,
       k.contype AS kind,
       ARRAY(SELECT a.attname
             FROM unnest(k.conkey) WITH ORDINALITY AS key (attnum, position)
             JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = key.attnum
             ORDER BY key.position)::text[] AS columns,
       fn.nspname AS foreign_schema,
       fc.relname AS foreign_name,
       ARRAY(SELECT a.attname
             FROM unnest(k.confkey) WITH ORDINALITY AS key (attnum, position)
             JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = key.attnum
             ORDER BY key.position)::text[] AS foreign_columns,
       pg_get_constraintdef(k.oid) AS definition,
       k.convalidated AS validated,
       d.description AS comment
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class fc ON fc.oid = k.confrelid
LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_description d
       ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0
WHERE k.contype IN ('p', 'f', 'u', 'c', 'x')
  AND c.relkind IN ('r', 'p')
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conrelid, k.conname COLLATE "C"
