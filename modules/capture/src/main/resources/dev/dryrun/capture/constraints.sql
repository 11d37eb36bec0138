-- Constraints of tables by name, one row each, but for NOT NULL: columns.sql has those. What hardly
-- any has is one number, see ConstraintReader: there are several for each table.
SELECT k.conrelid AS oid,
       k.oid AS constraint_oid,
       k.conname AS name,
       k.contype AS kind,
       array_to_string(k.conkey, ' ') AS keys,
       fn.nspname AS foreign_schema,
       fc.relname AS foreign_name,
       CASE WHEN k.contype = 'f' THEN
           ARRAY(SELECT (SELECT a.attname::text
                         FROM pg_attribute a
                         WHERE a.attrelid = k.confrelid AND a.attnum = f.attnum)
                 FROM unnest(k.confkey) f (attnum))
       END AS foreign_columns,
       nullif(k.confupdtype, ' ') AS on_update,
       nullif(k.confdeltype, ' ') AS on_delete,
       NULL AS set_keys, -- until 14
       array_to_string(k.confdelsetcols, ' ') AS set_keys, -- since 15
       nullif((CASE WHEN k.condeferrable THEN 1 ELSE 0 END)
              + (CASE WHEN k.condeferred THEN 2 ELSE 0 END)
              + (CASE WHEN k.convalidated THEN 0 ELSE 4 END)
              + (CASE WHEN k.conenforced THEN 0 ELSE 8 END) -- since 18
              + (CASE WHEN k.conperiod THEN 16 ELSE 0 END) -- since 18
              + (CASE WHEN k.contype = 'c' AND k.connoinherit THEN 32 ELSE 0 END)
              + (CASE WHEN k.conislocal THEN 0 ELSE 64 END)
              + (CASE WHEN k.confmatchtype = 'f' THEN 128 ELSE 0 END), 0) AS flags,
       nullif(k.coninhcount, 0) AS parents,
       d.description AS comment
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_class fc ON fc.oid = k.confrelid
LEFT JOIN pg_namespace fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_description d
       ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass AND d.objsubid = 0
WHERE k.contype IN ('p', 'f', 'u', 'c', 'x')
  AND c.relkind IN ('r', 'p', 'f')
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conrelid, k.conname COLLATE "C"
