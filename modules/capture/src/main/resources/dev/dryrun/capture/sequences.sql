-- Every sequence, with its name as SQL. "readable" says whether its row can be read: never that of
-- an unlogged one on a standby.
SELECT c.oid,
       n.nspname AS schema,
       c.relname AS name,
       format('%I.%I', n.nspname, c.relname) AS quoted,
       has_schema_privilege(n.oid, 'USAGE') AND has_sequence_privilege(c.oid, 'SELECT')
         AND NOT (c.relpersistence = 'u' AND pg_is_in_recovery()) AS readable
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'S'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid
