-- Triggers that users made, by name, one row each; those that partitions got from their parent too.
SELECT t.tgrelid AS oid,
       t.oid AS trigger_oid,
       t.tgname AS name,
       fn.nspname AS function_schema,
       f.proname AS function_name,
       t.tgenabled AS firing,
       t.tgparentid <> 0 AS inherited,
       d.description AS comment
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_proc f ON f.oid = t.tgfoid
JOIN pg_namespace fn ON fn.oid = f.pronamespace
LEFT JOIN pg_description d
       ON d.objoid = t.oid AND d.classoid = 'pg_trigger'::regclass AND d.objsubid = 0
WHERE (NOT t.tgisinternal OR t.tgparentid <> 0 AND t.tgconstraint = 0)
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY t.tgrelid, t.tgname COLLATE "C"
