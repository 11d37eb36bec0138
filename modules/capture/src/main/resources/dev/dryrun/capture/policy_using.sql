-- Deparsed USING conditions of policies. The parameter, twice: relations left out, as locked.
SELECT p.oid, pg_get_expr(p.polqual, p.polrelid) AS text
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE p.polqual IS NOT NULL AND p.polrelid <> ALL (?::oid[])
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_policy'::regclass AND d.objid = p.oid
                    AND d.refclassid = 'pg_class'::regclass AND d.refobjid = ANY (?::oid[]))
  AND c.relpersistence <> 't'
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
