-- Whether an owner of tables lends what pg_stats shows him: dryrun-readonly-role.sql has the function.
-- Only one that runs with its owner's rights and returns what pg_stats does.
SELECT p.oid
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'dryrun' AND p.proname = 'column_statistics' AND p.pronargs = 0
  AND p.prosecdef AND p.proretset AND p.prorettype = 'pg_catalog.pg_stats'::regtype
  AND has_schema_privilege(n.oid, 'USAGE') AND has_function_privilege(p.oid, 'EXECUTE')
