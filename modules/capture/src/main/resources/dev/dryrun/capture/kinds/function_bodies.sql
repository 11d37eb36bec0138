-- SQL-standard bodies. Deparsing one locks the tables it names, so those that name a table which
-- somebody holds ACCESS EXCLUSIVE are left out.
SELECT p.oid, pg_get_function_sqlbody(p.oid) AS body
FROM pg_proc p
JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE p.prosqlbody IS NOT NULL
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
  AND NOT EXISTS (SELECT
                  FROM pg_depend d
                  JOIN pg_locks l ON l.relation = d.refobjid AND l.locktype = 'relation'
                  WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                    AND d.refclassid = 'pg_class'::regclass
                    AND l.mode = 'AccessExclusiveLock' AND l.granted)
ORDER BY p.oid
