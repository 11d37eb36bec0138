-- Deparsed partition keys, strategy first. The parameter: relations left out, as locked.
SELECT c.oid, pg_get_partkeydef(c.oid) AS text
FROM pg_partitioned_table p
JOIN pg_class c ON c.oid = p.partrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.oid <> ALL (?::oid[])
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
